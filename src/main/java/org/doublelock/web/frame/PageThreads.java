package org.doublelock.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.doublelock.web.PagePath;

/** Marks the threads that answer pages, so that they leave connections to the calls. */
public class PageThreads extends HttpFilter {

  private static final ThreadLocal<Boolean> PAGE = new ThreadLocal<>();

  /** Whether the calling thread answers a page. */
  public static boolean isOne() {
    return PAGE.get() != null;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (PagePath.isForPrograms(request)) {
      chain.doFilter(request, response);
      return;
    }
    PAGE.set(true);
    try {
      chain.doFilter(request, response);
    } finally {
      PAGE.remove();
    }
  }
}
