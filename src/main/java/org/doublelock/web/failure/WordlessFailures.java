package org.doublelock.web.failure;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.io.IOException;

/**
 * Has the server show its page for a failure that a resource left without words. Jersey asks for
 * that by itself; RESTEasy sends an empty answer.
 */
public class WordlessFailures extends HttpFilter {

  private static final String MARK = WordlessFailures.class.getName();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (request.getAttribute(MARK) != null && !response.isCommitted()) {
      response.sendError(response.getStatus());
    }
  }

  /** Sees them, in the application of the pages. */
  public static class Marker implements ContainerResponseFilter {

    @Context private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
      if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST && !answer.hasEntity()) {
        request.setAttribute(MARK, true);
      }
    }
  }
}
