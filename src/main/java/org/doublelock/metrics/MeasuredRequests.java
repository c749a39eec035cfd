package org.doublelock.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Around everything: counts each request with what became of it and how long that took. */
public class MeasuredRequests extends HttpFilter {

  @Inject private transient RequestMetrics metrics;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Area area = Area.of(path(request)); // a forward may change it
    long start = System.nanoTime();
    boolean returned = false;
    try {
      chain.doFilter(request, response);
      returned = true;
    } finally {
      // one that went away in the middle of its answer is no failure of ours
      boolean answered = returned || response.isCommitted();
      metrics.add(
          area,
          answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          System.nanoTime() - start);
    }
  }

  /** As the server routed it. */
  private static String path(HttpServletRequest request) {
    String servlet = request.getServletPath();
    String below = request.getPathInfo();
    return servlet.isEmpty() && below != null ? below : servlet;
  }
}
