package org.doublelock.server.listener;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/**
 * Closes a port after the last connection that the system made for it has been taken in. Whoever
 * the system has let in and nobody has taken in is cut off by a close, with a request sent that no
 * proxy may send again. Java besides closes a channel only when its selector is next awake, which
 * the next connection is the first to see to.
 */
final class LastAccepted {

  private static final long PAUSE_NANOS = 50_000;

  private LastAccepted() {}

  static void close(TCPNIOServerConnection port) throws IOException {
    SelectableChannel channel = port.getChannel();
    SelectionKey key = port.getSelectionKey();
    TCPNIOTransport listener = (TCPNIOTransport) port.getTransport();
    listener
        .getSelectorHandler()
        .execute(
            port.getSelectorRunner(),
            () -> {
              key.cancel();
              return true;
            },
            new EmptyCompletionHandler<>());
    while (channel.isRegistered()) {
      key.selector().wakeup();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    try {
      for (int one = 0; one < listener.getServerConnectionBackLog(); one++) {
        port.onAccept(); // does nothing where nobody waits
      }
    } finally {
      channel.close();
    }
  }
}
