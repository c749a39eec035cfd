package org.doublelock.web.form;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.doublelock.edge.PublicUrl;
import org.doublelock.edge.SendingSite;
import org.doublelock.edge.TrustedProxies;
import org.doublelock.web.PagePath;

/** Refuses whatever may change something and was sent from another site, even with a good token. */
public class ForeignForms extends HttpFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** What browsers trust without TLS. */
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|[^:]+\\.localhost|127(\\.\\d+){3}|\\[::1])(:\\d+)?");

  @Inject private transient PublicUrl publicUrl;
  @Inject private transient TrustedProxies proxies;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!READING.contains(request.getMethod())
        && !PagePath.isForPrograms(request)
        && isForeign(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isForeign(HttpServletRequest request) {
    String host = request.getHeader("Host");
    boolean trusted =
        proxies.isSecure(request) || host != null && THIS_MACHINE.matcher(host).matches();
    return new SendingSite(
            Optional.ofNullable(request.getHeader("Origin")),
            Optional.ofNullable(request.getHeader("Sec-Fetch-Site")))
        .isForeign(host, publicUrl.base(), trusted);
  }
}
