package org.doublelock.server.listener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/**
 * The port that people and programs know, where one process starts the server and ends it: it is
 * listened on when the application is ready, and left without losing a request. Until then the
 * server listens on a port of this machine's that it is given by the system.
 *
 * <p>Only types of Java's own are in its promises, since who uses it has its classes from another
 * loader.
 */
public final class PublicPort
    implements IntSupplier, Function<InetSocketAddress, Consumer<Duration>> {

  private static final Logger LOG = Logger.getLogger(PublicPort.class.getName());

  /** Longer than a call or a page may take. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** Whoever was sent here before the port was closed has begun to speak by then. */
  private static final Duration QUIET = Duration.ofMillis(500);

  private final TCPNIOTransport listener;
  private final Traffic traffic;
  private final TCPNIOServerConnection ofTheStart;

  /**
   * Of the server that runs in this process.
   *
   * @param guard the one that stands in its listener
   * @throws IllegalStateException if it has not one listener
   */
  public PublicPort(GuardAtStart guard) throws ReflectiveOperationException, IOException {
    this(only(GrizzlyListeners.ofApplications()), guard.traffic());
  }

  PublicPort(TCPNIOTransport listener, Traffic traffic) throws IOException {
    this.listener = listener;
    this.traffic = traffic;
    listener.unbindAll();
    this.ofTheStart = listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static TCPNIOTransport only(Set<Transport> listeners) {
    if (listeners.size() != 1) {
      throw new IllegalStateException(listeners.size() + " listeners where one was configured");
    }
    return (TCPNIOTransport) listeners.iterator().next();
  }

  /** Where the server is asked whether it is ready, on this machine's loopback address. */
  @Override
  public int getAsInt() {
    return ((InetSocketAddress) ofTheStart.getLocalAddress()).getPort();
  }

  /**
   * Listens there from now on, and no longer where it was asked before.
   *
   * @return the way to leave: for so long it says that it is not ready and serves as before; then
   *     nobody is let in, what is under way or comes on connections that are open is answered, and
   *     it returns
   * @throws UncheckedIOException if it cannot listen there
   */
  @Override
  public Consumer<Duration> apply(InetSocketAddress address) {
    try {
      TCPNIOServerConnection known = listener.bind(address);
      listener.unbind(ofTheStart);
      return notice -> leave(known, notice);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void leave(TCPNIOServerConnection known, Duration notice) {
    Leaving.say();
    LOG.info(() -> "told to end: not ready from now on, and nobody is let in after " + notice);
    waitUntil(System.nanoTime() + notice.toNanos(), () -> false);
    traffic.end();
    try {
      LastAccepted.close(known);
      listener.unbind(known);
    } catch (IOException unclosed) { // what is under way is waited for all the same
      LOG.log(Level.WARNING, "the port was not left in order", unclosed);
    }
    LOG.info(() -> "nobody is let in any more; under way: " + traffic.underWay());
    waitUntil(System.nanoTime() + TIMEOUT.toNanos(), () -> traffic.isQuietFor(QUIET));
    LOG.info(() -> "left; under way: " + traffic.underWay());
  }

  /** A pause may end before its time. */
  private static void waitUntil(long latestNanos, BooleanSupplier over) {
    while (!over.getAsBoolean() && System.nanoTime() - latestNanos < 0) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
