package org.doublelock.edge;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Marks the session's cookie {@code Secure} where people come over TLS, whatever the single request
 * came over: for a server that adds the cookie where {@link SecureCookies} cannot see it. Only that
 * server's {@code web.xml} names this class.
 */
public class SecureSessionCookie implements ServletContextListener {

  @Inject private PublicUrl publicUrl;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    boolean overTls = publicUrl.base().filter(url -> url.getScheme().equals("https")).isPresent();
    event.getServletContext().getSessionCookieConfig().setSecure(overTls);
  }
}
