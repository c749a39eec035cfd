package org.doublelock.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Refuses whatever may change something and did not come from a page of the same session. */
public class FormTokenRequired implements ContainerRequestFilter {

  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext asked) {
    boolean reads =
        asked.getMethod().equals(HttpMethod.GET)
            || asked.getMethod().equals(HttpMethod.HEAD)
            || asked.getMethod().equals(HttpMethod.OPTIONS);
    if (!reads && request.getAttribute(FormsOnce.TOKEN_IS_GOOD) == null) {
      asked.abortWith(Response.status(Response.Status.FORBIDDEN).build());
    }
  }
}
