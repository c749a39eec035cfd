package org.doublelock.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.SignedIn;

/** Sends a stranger who asks for a page that is somebody's to the sign-in page, and back after. */
public class SignInGuard extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Set<String> PUBLIC_ROOMS =
      Set.of(
          "sign-in", "static", "0", "authz", "operations", "help", "language", "theme", "health");

  @Inject private transient SignedIn person;
  @Inject private transient Accounts accounts;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (PUBLIC_ROOMS.contains(PagePath.room(request)) || isSignedIn(request)) {
      chain.doFilter(request, response);
    } else {
      String next = "GET".equals(request.getMethod()) ? request.getRequestURI() : "/";
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location", "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
  }

  private boolean isSignedIn(HttpServletRequest request) {
    if (request.getSession(false) == null) {
      return false;
    }
    return person.find().flatMap(accounts::find).filter(Account::isEnabled).isPresent();
  }
}
