package org.doublelock.launch;

import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * The way in. Where the server listens is known to this process alone until the application is
 * ready, and the port that others know is left before the application goes. What comes nevertheless
 * before the application is deployed, and while it is taken away, is answered 503: the server
 * itself would answer with its name or with status 200.
 */
final class Entrance implements BooleanSupplier {

  private static final String LISTENER = "org.doublelock.server.listener.";

  private static final int BEFORE_ITS_OWN = 1;

  /** The listener is made with an addition of this name; that of the server's is not used here. */
  static final String ADDITION = "comet";

  private volatile boolean open;
  private ClassLoader both;
  private Object guard;
  private Object port;
  private Consumer<Duration> leaving = notice -> {};

  @Override
  public boolean getAsBoolean() {
    return open;
  }

  /** The application is deployed: it is asked on a port that nobody else knows. */
  void open() {
    try {
      port =
          both.loadClass(LISTENER + "PublicPort")
              .getConstructor(guard.getClass())
              .newInstance(guard);
    } catch (ReflectiveOperationException anotherServer) {
      throw new IllegalStateException("the server's port cannot be changed", anotherServer);
    }
    open = true;
  }

  /** Where the application is asked, on this machine. */
  int portOfStart() {
    return ((IntSupplier) port).getAsInt();
  }

  /**
   * Listens there from now on.
   *
   * @throws UncheckedIOException if that is not possible
   */
  void listen(InetSocketAddress address) {
    @SuppressWarnings("unchecked")
    Function<InetSocketAddress, Consumer<Duration>> known =
        (Function<InetSocketAddress, Consumer<Duration>>) port;
    leaving = known.apply(address);
  }

  /** Says for so long that it is not ready; returns when nobody is let in or waits any more. */
  void leave(Duration notice) {
    leaving.accept(notice);
  }

  void close() {
    open = false;
  }

  /**
   * Has listeners that are made from now on ask this.
   *
   * @param server the loader of the server's classes
   * @param application where the application is unpacked, of which the guard is a class
   */
  void guard(ClassLoader server, Path application) {
    try {
      URL classes = application.resolve("WEB-INF/classes").toUri().toURL();
      both = new URLClassLoader(new URL[] {classes}, server); // used until the process ends
      guard =
          both.loadClass(LISTENER + "GuardAtStart")
              .getConstructor(BooleanSupplier.class)
              .newInstance(this);
      Class<?> locatorType = server.loadClass("org.glassfish.hk2.api.ServiceLocator");
      Object services =
          server
              .loadClass("org.glassfish.internal.api.Globals")
              .getMethod("getDefaultHabitat")
              .invoke(null);
      Object addition =
          server
              .loadClass("org.glassfish.hk2.utilities.BuilderHelper")
              .getMethod("createConstantDescriptor", Object.class, String.class, Type[].class)
              .invoke(
                  null,
                  guard,
                  ADDITION,
                  new Type[] {server.loadClass("org.glassfish.grizzly.http.server.AddOn")});
      Class<?> descriptorType = server.loadClass("org.glassfish.hk2.api.Descriptor");
      addition.getClass().getMethod("setRanking", int.class).invoke(addition, BEFORE_ITS_OWN);
      server
          .loadClass("org.glassfish.hk2.utilities.ServiceLocatorUtilities")
          .getMethod("addOneDescriptor", locatorType, descriptorType)
          .invoke(null, services, addition);
    } catch (ReflectiveOperationException | MalformedURLException anotherServer) {
      throw new IllegalStateException("the server's listener cannot be guarded", anotherServer);
    }
  }
}
