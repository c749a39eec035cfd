package org.doublelock.server.listener;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Answers {@code Expect: 100-continue} of a chunked request when its head is there. The server does
 * so by itself where a length is told; without one it waits for the first bytes of the body, and a
 * client that waits for the answer before it sends them waits in vain.
 */
final class ContinueAtOnce extends HttpProbe.Adapter {

  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @Override
  public void onHeaderParseEvent(Connection connection, HttpHeader head, int size) {
    if (head instanceof HttpRequestPacket request && isAnsweredBy(request)) {
      connection.write(Buffers.wrap(connection.getMemoryManager(), CONTINUE));
    }
  }

  /** Whether this has answered the expectation, so that the server need not. */
  static boolean isAnsweredBy(HttpRequestPacket request) {
    return request.requiresAcknowledgement()
        && request.isChunked()
        && "100-continue".equalsIgnoreCase(request.getHeader(Header.Expect));
  }
}
