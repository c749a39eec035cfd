package org.doublelock.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.edge.BodyLength;
import org.doublelock.edge.DatabaseOutage;

/**
 * Around whatever answers programs: they get an envelope, whatever their headers hold. JAX-RS would
 * refuse a call by itself for a {@code Content-Type} or an {@code Accept} that it cannot read, with
 * a page for people; the first is ours to judge, and the answer is JSON in any case. A body that
 * does not end alike for all is refused before: not every server's listener has been asked to.
 */
public class ApiFrame extends HttpFilter {

  private static final Logger LOG = Logger.getLogger(ApiFrame.class.getName());

  private static final Set<String> NOT_FOR_JAX_RS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    NOT_FOR_JAX_RS.addAll(Set.of(CallHeaders.CONTENT_TYPE, "Accept"));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!BodyLength.isPlain(Collections.list(request.getHeaders("Transfer-Encoding")))) {
      response.setHeader("Connection", "close");
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    CallHeaders.of(request, CallHeaders.CONTENT_TYPE)
        .ifPresent(type -> request.setAttribute(CallHeaders.KEPT_TYPE, type));
    try {
      chain.doFilter(new WithoutNegotiation(request), new EnvelopedErrors(response));
    } catch (ServletException | RuntimeException failure) {
      fail(response, failure);
    }
  }

  private static void fail(HttpServletResponse response, Exception failure) throws IOException {
    boolean isAway = DatabaseOutage.isBehind(failure);
    LOG.log(isAway ? Level.WARNING : Level.SEVERE, "incident " + UUID.randomUUID(), failure);
    if (!response.isCommitted()) {
      response.resetBuffer();
      if (isAway) {
        Envelope.writeUnavailable(response);
      } else {
        Envelope.write(
            response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "EGeneral:Internal error");
      }
    }
  }

  private static final class WithoutNegotiation extends HttpServletRequestWrapper {

    WithoutNegotiation(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getContentType() {
      return null;
    }

    @Override
    public String getHeader(String name) {
      return NOT_FOR_JAX_RS.contains(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return NOT_FOR_JAX_RS.contains(name)
          ? Collections.emptyEnumeration()
          : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(
          Collections.list(super.getHeaderNames()).stream()
              .filter(name -> !NOT_FOR_JAX_RS.contains(name))
              .toList());
    }
  }

  private static final class EnvelopedErrors extends HttpServletResponseWrapper {

    EnvelopedErrors(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
      resetBuffer();
      Envelope.write(this, status, wireError(status));
      flushBuffer();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      sendError(status);
    }

    private static String wireError(int status) {
      if (status >= SC_INTERNAL_SERVER_ERROR) {
        return "EGeneral:Internal error";
      }
      return status == SC_BAD_REQUEST ? "EGeneral:Invalid arguments" : "EGeneral:Unknown method";
    }
  }
}
