package org.doublelock.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.doublelock.account.Account;
import org.doublelock.account.BearerToken;
import org.doublelock.account.BrowserRequest;
import org.doublelock.account.KnownBrowsers;
import org.doublelock.account.SignedIn;
import org.doublelock.account.SignedIn.Confirmed;
import org.doublelock.web.LocalPath;

/** The moment a sign-in is complete: a new session id, and the browser is known from now on. */
@RequestScoped
public class Arrival {

  private static final Duration KNOWN_FOR = Duration.ofDays(365);

  @Inject private SignedIn person;
  @Inject private KnownBrowsers browsers;
  @Inject private BrowserRequest request;
  @Inject private Clock clock;

  /**
   * @param next where the person wanted to go, as it was sent; may be null
   */
  Response of(Account account, Confirmed by, String next) {
    request.changeSessionId();
    person.enter(account, by, clock.instant());
    BearerToken token = browsers.remember(account.id(), request.visitor(), clock.instant());
    return Response.seeOther(LocalPath.parse(next).map(LocalPath::uri).orElse(SignInPages.HOME))
        .cookie(
            new NewCookie.Builder(BrowserRequest.KNOWN_BROWSER)
                .value(token.read())
                .path("/")
                .maxAge((int) KNOWN_FOR.toSeconds())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build())
        .build();
  }
}
