package org.doublelock.web.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.doublelock.web.PagePath;

/**
 * Reads forms whole, before anything is asked about who sends them: a body may take long to come,
 * and whoever sent it may have been signed out meanwhile. Those larger than any of ours are
 * refused, before a byte of them is read where they say so. The API limits its own bodies.
 */
public class FormLimit extends HttpFilter {

  private static final int MAX_BYTES = 64 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (PagePath.isForPrograms(request)) {
      chain.doFilter(request, response);
      return;
    }
    boolean unmeasured = request.getHeader("Transfer-Encoding") != null;
    boolean isForm = "POST".equals(request.getMethod());
    if (unmeasured || request.getContentLengthLong() > MAX_BYTES) {
      refuse(response);
    } else if (isForm) {
      byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1); // HTTP/2 needs no length
      if (body.length > MAX_BYTES) {
        refuse(response);
      } else {
        chain.doFilter(new SentForm(request, body), response);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
  }
}
