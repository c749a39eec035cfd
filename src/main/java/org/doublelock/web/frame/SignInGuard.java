package org.doublelock.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.Account;
import org.doublelock.account.AccountLooks;
import org.doublelock.account.BearerToken;
import org.doublelock.account.factor.PasskeyChallenge;
import org.doublelock.account.session.ActingSession;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.SignedIn;
import org.doublelock.web.PagePath;
import org.doublelock.web.PersonalLook;
import org.doublelock.web.form.EndedSession;

/** Sends whoever is not signed in and asks for a person's page to sign in, and back after. */
public class SignInGuard extends HttpFilter {

  /** Whoever follows a link of a mail may well not be signed in. */
  private static final Set<String> PUBLIC_ROOMS =
      Set.of(
          "sign-in",
          "register",
          "forgotten-password",
          "mail-address",
          "freeze",
          "stop",
          "help",
          "language",
          "theme");

  /** Where nothing depends on who asks. */
  private static final Set<String> SESSIONLESS_ROOMS =
      Set.of("static", "0", "authz", "operations", "health", "back-channel-logout");

  @Inject private transient SignedIn person;
  @Inject private transient PasskeyChallenge challenge;
  @Inject private transient EndedSession ended;
  @Inject private transient OpenSessions sessions;
  @Inject private transient ActingSession acting;
  @Inject private transient AccountLooks looks;
  @Inject private transient PersonalLook personal;
  @Inject private transient Clock clock;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean answered = false;
    try {
      guard(request, response, chain);
      answered = true;
    } finally {
      if (!answered && "POST".equals(request.getMethod()) && isSignOut(request)) {
        leave(request);
      }
    }
  }

  private static boolean isSignOut(HttpServletRequest request) {
    return PagePath.of(request).equals("/sign-out");
  }

  /** Whoever signs out is out in this browser, also where the database cannot be told of it. */
  private void leave(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      person.leave(); // the page that says so still finds this one
      session.invalidate();
      request.setAttribute(SignedIn.LEFT_UNRECORDED, true);
    }
  }

  private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String room = PagePath.room(request);
    if (SESSIONLESS_ROOMS.contains(room) || isSignedIn(request) || PUBLIC_ROOMS.contains(room)) {
      chain.doFilter(request, response);
    } else {
      noteEnd(request);
      String next = "GET".equals(request.getMethod()) ? PagePath.asked(request) : "/";
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", PagePath.signInBefore(next));
    }
  }

  /**
   * Whoever has a session's cookie had a session. Others have none, and a form of another site
   * comes without it (SameSite), so nobody puts words in a person's mouth.
   */
  private void noteEnd(HttpServletRequest request) {
    if (request.getRequestedSessionId() == null) {
      return;
    }
    if ("POST".equals(request.getMethod())) {
      ended.noteForm(request);
    } else if (!request.isRequestedSessionIdValid()) {
      ended.note();
    }
  }

  /** Whether someone is; whoever was signed out elsewhere is signed out here too. */
  private boolean isSignedIn(HttpServletRequest request) {
    Optional<BearerToken> session =
        request.getSession(false) == null ? Optional.empty() : person.findSession();
    if (session.isEmpty()) {
      return false;
    }
    acting.begin(session.get());
    Optional<Account> who = sessions.resume(session.get(), clock.instant());
    who.map(Account::id).ifPresent(id -> personal.remember(id, looks.of(id)));
    if (who.isEmpty()) {
      person.leave();
      challenge.drop();
      ended.note();
    }
    return who.isPresent();
  }
}
