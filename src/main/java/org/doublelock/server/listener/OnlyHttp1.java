package org.doublelock.server.listener;

import java.io.IOException;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;

/**
 * Right behind the reading of a request's head. A request to change the protocol is one for a
 * server to ignore (RFC 9110, 7.8), and is read as if it had not been made: so cleartext HTTP/2 is
 * not spoken, whatever the listener's setting. Where it is off by that setting the server reads the
 * body of such a request as that of the new protocol, and waits for an end that does not come.
 */
final class OnlyHttp1 extends BaseFilter {

  private static final String WEBSOCKET = "websocket";
  private static final int NO_SUCH_VERSION = 505;

  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event)
      throws IOException {
    if (event instanceof HttpEvents.IncomingHttpUpgradeEvent upgrade
        && upgrade.getHttpHeader() instanceof HttpRequestPacket request
        && !request.isSecure()
        && !isWebSocket(request)) {
      request.setIgnoreContentModifiers(false);
      request.getUpgradeDC().recycle();
      return context.getStopAction();
    }
    return context.getInvokeAction();
  }

  /** Other applications of the server may speak it; its handshake has no body. */
  private static boolean isWebSocket(HttpRequestPacket request) {
    return request.getMethod() == Method.GET && WEBSOCKET.equalsIgnoreCase(request.getUpgrade());
  }

  /** A client that knows by itself that HTTP/2 is spoken begins with this. */
  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    if (context.getMessage() instanceof HttpContent content) {
      HttpHeader head = content.getHttpHeader();
      if (head instanceof HttpRequestPacket request
          && !request.isSecure()
          && request.getMethod() == Method.PRI) {
        HttpResponsePacket response = request.getResponse();
        response.setStatus(NO_SUCH_VERSION);
        response.setContentLength(0);
        request.getProcessingState().setError(true);
        context.write(HttpContent.builder(response).last(true).build());
        context.getConnection().closeSilently();
        return context.getStopAction();
      }
    }
    return context.getInvokeAction();
  }
}
