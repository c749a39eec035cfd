package org.doublelock.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** Headers that many frameworks let replace the method or the path of a call. */
final class OverridingHeaders {

  private static final Set<String> NAMES =
      Set.of(
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "x-original-url",
          "x-rewrite-url");

  private OverridingHeaders() {}

  /**
   * Whether one of them is there, whatever it says: an API that went by it would perform another
   * call than the one that was verified. An underscore is a hyphen to some servers.
   */
  static boolean areIn(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
        .anyMatch(NAMES::contains);
  }
}
