package org.doublelock.edge;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What a caller over TLS is due although TLS ended at a trusted proxy: cookies marked {@code
 * Secure}, the session's above all, and {@code Strict-Transport-Security}. The server itself saw
 * plain HTTP.
 */
public class SecureCookies extends HttpFilter {

  private static final String COOKIE = "Set-Cookie";
  private static final String ONE_YEAR = "max-age=31536000";

  @Inject private transient TrustedProxies proxies;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!proxies.isSecure(request)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Strict-Transport-Security", ONE_YEAR);
    Marking marking = new Marking(response);
    chain.doFilter(request, marking);
    marking.mark();
  }

  /**
   * The session's cookie is added by the server behind our back, so it is marked before it goes.
   */
  private static final class Marking extends HttpServletResponseWrapper {

    Marking(HttpServletResponse response) {
      super(response);
    }

    void mark() {
      List<String> cookies = List.copyOf(getHeaders(COOKIE));
      if (isCommitted() || cookies.stream().allMatch(Marking::isMarked)) {
        return;
      }
      setHeader(COOKIE, null);
      boolean first = true;
      for (String cookie : cookies) {
        String marked = isMarked(cookie) ? cookie : cookie + "; Secure";
        if (first) {
          setHeader(COOKIE, marked);
        } else {
          addHeader(COOKIE, marked);
        }
        first = false;
      }
    }

    private static boolean isMarked(String cookie) {
      return List.of(cookie.toLowerCase(Locale.ROOT).split("; *")).contains("secure");
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      mark();
      return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      mark();
      return super.getWriter();
    }

    @Override
    public void sendError(int status) throws IOException {
      mark();
      super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      mark();
      super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
      mark();
      super.sendRedirect(location);
    }

    @Override
    public void flushBuffer() throws IOException {
      mark();
      super.flushBuffer();
    }
  }
}
