package org.doublelock.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * Refuses whatever may change something and did not come from a page of the same session. A sign-in
 * page that stood open for longer than its session is shown anew, with the name that was typed.
 */
@RequestScoped
public class FormTokenRequired implements ContainerRequestFilter {

  private static final String SIGN_IN = "/sign-in";

  @Context private HttpServletRequest request;

  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;

  @Override
  public void filter(ContainerRequestContext asked) {
    boolean reads =
        asked.getMethod().equals(HttpMethod.GET)
            || asked.getMethod().equals(HttpMethod.HEAD)
            || asked.getMethod().equals(HttpMethod.OPTIONS);
    if (!reads && request.getAttribute(FormsOnce.TOKEN_IS_GOOD) == null) {
      asked.abortWith(
          PagePath.of(request).equals(SIGN_IN)
              ? signInAnew()
              : Response.status(Response.Status.FORBIDDEN).build());
    }
  }

  private Response signInAnew() {
    errors.add("", "sign-in.too-old");
    return refused.sendBack(SIGN_IN, errors, "userName", request.getParameter("userName"));
  }
}
