package org.doublelock.web.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.doublelock.web.PagePath;

/**
 * Refuses forms larger than any of ours before a byte of them is read: whatever reads a form reads
 * it whole into memory, and anyone can send one. The API limits its own bodies.
 */
public class FormLimit extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final long MAX_BYTES = 64 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean unmeasured = request.getHeader("Transfer-Encoding") != null;
    boolean tooLarge = unmeasured || request.getContentLengthLong() > MAX_BYTES;
    if (tooLarge && !PagePath.isForPrograms(request)) {
      response.setHeader("Connection", "close");
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
