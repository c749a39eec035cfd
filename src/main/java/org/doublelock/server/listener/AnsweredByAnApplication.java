package org.doublelock.server.listener;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.doublelock.edge.BodyLength;
import org.doublelock.edge.RequestId;
import org.glassfish.grizzly.http.Note;
import org.glassfish.grizzly.http.ProcessingState;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.server.util.MappingData;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.RequestURIRef;

/**
 * Before the server looks for the application that a request is for. It begins with status 200, and
 * where it finds none, or fails in looking or on the way to it, that may be what goes out.
 */
final class AnsweredByAnApplication extends HttpHandler {

  private static final int BAD_REQUEST = 400;
  private static final int UNAVAILABLE = 503;
  private static final String SOON = "5";

  /** The server's own, by its name: where it notes what the request is for. */
  private static final Note<MappingData> MAPPED = Request.createNote("MappingData");

  private final HttpHandler server;
  private final BooleanSupplier open;
  private final Traffic traffic;
  private final Predicate<String> ours;

  /**
   * @param open whether requests go on to the server
   * @param traffic counts them
   * @param ours whether the application at a context path is this one, whose first filter numbers
   *     each request that reaches it
   */
  AnsweredByAnApplication(
      HttpHandler server, BooleanSupplier open, Traffic traffic, Predicate<String> ours) {
    this.server = server;
    this.open = open;
    this.traffic = traffic;
    this.ours = ours;
    setRequestURIEncoding(server.getRequestURIEncoding());
    setAllowEncodedSlash(server.isAllowEncodedSlash());
    setAllowCustomStatusMessage(server.isAllowCustomStatusMessage());
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    ProcessingState state = request.getRequest().getProcessingState();
    traffic.began(state);
    request.addAfterServiceListener(served -> traffic.ended(state));
    if (!open.getAsBoolean()) {
      response.setStatus(UNAVAILABLE);
      response.setHeader(Header.RetryAfter, SOON);
      return;
    }
    if (!hasReadablePath(request)
        || !NamedHost.isNamed(request.getHeaders(Header.Host))
        || !BodyLength.isPlain(request.getHeaders(Header.TransferEncoding))) {
      response.setStatus(BAD_REQUEST);
      return;
    }
    server.service(request, response);
    if (!response.isCommitted() && response.getStatus() < 300 && !isAnswered(request, response)) {
      response.setStatus(BAD_REQUEST);
    }
  }

  /**
   * What is noted as acknowledged, nobody behind this acknowledges once more: with the status of
   * the answer, as the server does, which clients take for the answer.
   */
  @Override
  protected boolean sendAcknowledgment(Request request, Response response) throws IOException {
    if (ContinueAtOnce.isAnsweredBy(request.getRequest())) {
      response.getResponse().acknowledged();
      return true;
    }
    return super.sendAcknowledgment(request, response);
  }

  /**
   * The server would fail at an unreadable one, and again at writing down that it failed. Out of
   * one with parameters, which none of ours has, it cuts those that it knows, slashes in them too:
   * nobody would see what was sent, and a gateway passes that on.
   */
  private static boolean hasReadablePath(Request request) {
    RequestURIRef path = request.getRequest().getRequestURIRef();
    try {
      return path.getOriginalRequestURIBC().indexOf(';', 0) < 0
          && path.getDecodedRequestURIBC().indexOf(';', 0) < 0;
    } catch (Exception unreadable) {
      return false;
    }
  }

  private boolean isAnswered(Request request, Response response) {
    MappingData mapped = request.getNote(MAPPED);
    return mapped != null
        && mapped.context != null
        && (response.containsHeader(RequestId.HEADER) || !ours.test(contextPath(mapped)));
  }

  private static String contextPath(MappingData mapped) {
    return mapped.contextPath.isNull() ? "" : mapped.contextPath.toString();
  }

  /** No page of the server's, which would name it. */
  @Override
  protected ErrorPageGenerator getErrorPageGenerator(Request request) {
    return (asked, status, reason, description, exception) -> "";
  }

  @Override
  public void start() {
    // the server has started its own
  }

  @Override
  public void destroy() {
    // and ends it
  }
}
