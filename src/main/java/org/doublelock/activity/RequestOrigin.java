package org.doublelock.activity;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.doublelock.edge.TrustedProxies;

/** Where the request that is being answered comes from. */
@RequestScoped
class RequestOrigin {

  @Inject private HttpServletRequest request;
  @Inject private TrustedProxies proxies;

  Origin origin() {
    return new Origin(
        proxies.addressOf(request),
        Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
  }

  /** The same, or none where no request is being answered: a timer, or the start. */
  static Origin of(RequestOrigin maybe) {
    try {
      return maybe.origin();
    } catch (ContextNotActiveException | IllegalStateException noRequest) {
      return Origin.none();
    }
  }
}
