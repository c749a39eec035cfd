package org.doublelock.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Before what is for a balancer or an operator: it is reached by the path as it is written here and
 * by no other that the server would tidy into it. A proxy that keeps unauthenticated callers from
 * {@code /health} compares paths too, and may tidy them in another way.
 */
public class ExactPath extends HttpFilter {

  private static final Set<String> PATHS =
      Set.of(
          "/health",
          "/health/started",
          "/health/live",
          "/health/ready",
          "/operations/metrics",
          "/operations/keyset");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String sent = request.getRequestURI().substring(request.getContextPath().length());
    if (PATHS.contains(sent)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
