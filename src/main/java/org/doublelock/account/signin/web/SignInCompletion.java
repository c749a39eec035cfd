package org.doublelock.account.signin.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.BearerToken;
import org.doublelock.account.provider.ProvidedSession;
import org.doublelock.account.session.BrowserRequest;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.PersonEntered;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SessionLimits;
import org.doublelock.account.session.SignedIn;
import org.doublelock.account.session.SignedIn.Confirmed;
import org.doublelock.account.signin.KnownBrowsers;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.web.LocalPath;
import org.doublelock.web.form.EndedSession;
import org.doublelock.web.form.FieldErrors;
import org.doublelock.web.form.RefusedForm;
import org.doublelock.web.message.PageMessages;

/** The moment a sign-in is complete: a new session id, and the browser is known from now on. */
@RequestScoped
public class SignInCompletion {

  private static final Duration KNOWN_FOR = Duration.ofDays(365);

  @Inject private SignedIn person;
  @Inject private ProvidedSession provided;
  @Inject private ProviderSettings provider;
  @Inject private OpenSessions sessions;
  @Inject private SessionLimits limits;
  @Inject private KnownBrowsers browsers;
  @Inject private BrowserRequest request;
  @Inject private SecurityEvents events;
  @Inject private FieldErrors errors;
  @Inject private RefusedForm refused;
  @Inject private EndedSession ended;
  @Inject private Event<PersonEntered> entered;
  @Inject private PageMessages messages;
  @Inject private SignInMetrics metrics;
  @Inject private Clock clock;

  /**
   * Signs somebody in, or sends them back where that was overtaken.
   *
   * @param account as it was read when the password was found right
   * @param said what the identity provider said, where it took the password's place
   * @param next where the person wanted to go, as it was sent; may be null
   * @param response of the request that signs in; not every server injects it outside of resources
   */
  public Response of(
      Account account,
      Confirmed by,
      Optional<Provided> said,
      String next,
      HttpServletResponse response) {
    Optional<BearerToken> session =
        sessions.open(account, request.visitor(), said, clock.instant());
    metrics.count(session.isPresent() ? SignInMetrics.SIGNED_IN : SignInMetrics.OVERTAKEN);
    if (session.isEmpty()) {
      errors.add("", said.isEmpty() ? "sign-in.refused" : "provider.overtaken", provider.getName());
      return refused.sendBack("/sign-in", errors);
    }
    boolean known = browsers.find(account.id(), request.visitor()).isPresent();
    events.record(
        known ? EventKind.SIGNED_IN : EventKind.SIGNED_IN_FROM_NEW_BROWSER, account.id().value());
    request.changeSessionId();
    request.keepSession(limits.idle());
    person
        .findSession()
        .ifPresent(sessions::end); // signed in again where someone was signed in already
    entered.fire(new PersonEntered());
    person.enter(account, session.get(), by, clock.instant());
    said.ifPresent(provided::keep);
    if (by == Confirmed.PROVIDER) {
      person.confirmedAgain(by, confirmedAt(said));
    }
    makeKnown(browsers.remember(account.id(), request.visitor(), clock.instant()), response);
    Optional<EndedSession.Form> interrupted = ended.takeFor(account.userName());
    if (interrupted.isPresent()) {
      return resume(interrupted.get());
    }
    return Response.seeOther(LocalPath.parse(next).map(LocalPath::uri).orElse(SignInPages.HOME))
        .build();
  }

  /** The provider may know the person from long ago. */
  private Instant confirmedAt(Optional<Provided> said) {
    Instant now = clock.instant();
    Instant there = said.flatMap(Provided::confirmed).orElse(Instant.EPOCH);
    return there.isAfter(now) ? now : there;
  }

  /** Back to the form that the last session's end kept from being carried out. */
  private Response resume(EndedSession.Form form) {
    FieldErrors told = new FieldErrors(messages);
    if (form.whole()) {
      told.add("", form.fields().isEmpty() ? "session.resumed.nothing" : "session.resumed");
    } else {
      told.add("", "session.resumed.lost");
    }
    return refused.sendBack(form.page(), told, form.fields());
  }

  /** By the servlet's own means: JAX-RS would write over the new session's cookie. */
  private void makeKnown(BearerToken token, HttpServletResponse response) {
    Cookie cookie = new Cookie(BrowserRequest.KNOWN_BROWSER.name(request.isSecure()), token.read());
    cookie.setPath("/");
    cookie.setMaxAge((int) KNOWN_FOR.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
