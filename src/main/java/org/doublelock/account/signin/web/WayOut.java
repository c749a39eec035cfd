package org.doublelock.account.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** The way out at the identity provider, for who signed in by it. */
public final class WayOut {

  /** The page that leads a browser on to the provider, whatever for. */
  public static final URI ONWARD = URI.create("/sign-in/provider/onward");

  /** The one thing that a session after a sign-out knows. */
  private static final String KEPT = "org.doublelock.way-out";

  private WayOut() {}

  /** Ends the browser session, and signs its person out at the provider as well. */
  static Response lead(HttpServletRequest request, URI there) {
    request.getSession().invalidate();
    request.getSession().setAttribute(KEPT, there.toString());
    return Response.seeOther(ONWARD).build();
  }

  /** Where it leads whoever has just signed out in that session; empty for anybody else. */
  public static Optional<URI> of(HttpSession session) {
    return Optional.ofNullable(session.getAttribute(KEPT)).map(Object::toString).map(URI::create);
  }
}
