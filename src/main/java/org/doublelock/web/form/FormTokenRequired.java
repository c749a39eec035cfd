package org.doublelock.web.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.doublelock.web.LocalPath;
import org.doublelock.web.PagePath;

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
          isSignIn() && keepsSessions()
              ? signInAnew()
              : Response.status(Response.Status.FORBIDDEN).build());
    }
  }

  private boolean isSignIn() {
    return PagePath.of(request).equals(SIGN_IN) || isByProvider();
  }

  private boolean isByProvider() {
    return PagePath.of(request).equals(SIGN_IN + "/provider");
  }

  /** A browser that sends no session would be shown a new page again and again. */
  private boolean keepsSessions() {
    return request.getRequestedSessionId() != null;
  }

  private Response signInAnew() {
    errors.add("", isByProvider() ? "sign-in.too-old.provider" : "sign-in.too-old");
    UriBuilder page = UriBuilder.fromPath(SIGN_IN);
    LocalPath.parse(request.getParameter("next"))
        .ifPresent(next -> page.queryParam("next", "{next}").resolveTemplate("next", next.uri()));
    return refused.sendBack(
        page.build().toString(), errors, "userName", request.getParameter("userName"));
  }
}
