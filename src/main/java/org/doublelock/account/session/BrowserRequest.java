package org.doublelock.account.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.doublelock.edge.SiteCookie;
import org.doublelock.edge.TrustedProxies;

/** What the account's rules need of the request being answered. */
@RequestScoped
public class BrowserRequest {

  /** The cookie that a browser is known by; its value is a {@link BearerToken}. */
  public static final SiteCookie KNOWN_BROWSER = new SiteCookie("doublelock-browser");

  @Inject private HttpServletRequest request;
  @Inject private TrustedProxies proxies;

  public Visitor visitor() {
    return new Visitor(
        proxies.addressOf(request),
        Optional.ofNullable(request.getHeader("User-Agent")).orElse(""),
        known());
  }

  /** Gives the session another id, so that one seen before opens nothing from now on. */
  public void changeSessionId() {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
  }

  /** Lets the server keep the browser's session for as long as someone may be idle in it. */
  public void keepSession(Duration idle) {
    request.getSession().setMaxInactiveInterval((int) idle.toSeconds());
  }

  public boolean isSecure() {
    return proxies.isSecure(request);
  }

  private Optional<BearerToken> known() {
    return KNOWN_BROWSER.read(request).flatMap(BearerToken::parse);
  }
}
