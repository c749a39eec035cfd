package org.doublelock.account.provider.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.doublelock.account.session.ProviderSignOuts;
import org.doublelock.identity.IdentityProvider;
import org.doublelock.identity.ProviderAway;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.identity.SignOutNotice;

/**
 * Where the identity provider says that somebody was signed out there (OpenID Connect Back-Channel
 * Logout 1.0). A program calls it, without a session; the token alone says who asks. It answers 200
 * to a repeated one too, 400 to one that is not believed, and 503 while that cannot be told.
 */
@WebServlet("/back-channel-logout")
public class BackChannelLogout extends HttpServlet {

  @Inject private transient ProviderSettings settings;
  @Inject private transient IdentityProvider provider;
  @Inject private transient ProviderSignOuts signOuts;
  @Inject private transient NoticeMetrics metrics;
  @Inject private transient Clock clock;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!settings.isOn()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    try {
      Optional<SignOutNotice> notice = read(request.getParameter("logout_token"));
      notice.ifPresent(each -> signOuts.take(each, clock.instant()));
      metrics.count(notice.isPresent() ? NoticeMetrics.TAKEN : NoticeMetrics.REFUSED);
      if (notice.isEmpty()) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.getWriter().print("{\"error\":\"invalid_request\"}");
      }
    } catch (ProviderAway unknown) {
      metrics.count(NoticeMetrics.UNKNOWN);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", "30");
    }
  }

  private Optional<SignOutNotice> read(String token) throws ProviderAway {
    return token == null ? Optional.empty() : provider.readNotice(token, clock.instant());
  }
}
