package org.doublelock.edge;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;

/**
 * Names and marks the session's cookie for TLS where people come over TLS, whatever the single
 * request came over: a server knows one name for all requests, and some add the cookie where {@link
 * SecureCookies} cannot see it.
 */
public class SecureSessionCookie implements ServletContextListener {

  @Inject private PublicUrl publicUrl;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (publicUrl.base().filter(url -> url.getScheme().equals("https")).isPresent()) {
      SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
      cookie.setName(SiteCookie.SESSION.name(true));
      cookie.setSecure(true);
    }
  }
}
