package org.doublelock.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How the headers of a call are read, here and for a gateway. */
final class CallHeaders {

  static final String CONTENT_TYPE = "Content-Type";

  /** Where {@link ApiFrame} keeps the body's type. */
  static final String KEPT_TYPE = CallHeaders.class.getName();

  private CallHeaders() {}

  /**
   * A header sent twice is one value with a comma in it, and so no key, no signature and no type:
   * two programs on the way might each believe another one of them.
   */
  static Optional<String> of(HttpServletRequest request, String name) {
    List<String> sent = Collections.list(request.getHeaders(name));
    return sent.isEmpty() ? Optional.empty() : Optional.of(String.join(",", sent));
  }

  /** {@code Content-Type} as it was sent, which {@link ApiFrame} hides from the server. */
  static Optional<String> typeOf(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(KEPT_TYPE))
        .or(() -> of(request, CONTENT_TYPE));
  }
}
