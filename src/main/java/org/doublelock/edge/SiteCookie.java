package org.doublelock.edge;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of our cookies. Over TLS its name begins with {@code __Host-} (RFC 6265bis), so that a
 * browser takes it from this host alone, over TLS and for all paths: no neighbour of the domain can
 * set it.
 *
 * @param name as it is without TLS
 */
public record SiteCookie(String name) {

  private static final String PREFIX = "__Host-";

  /** The session's, as {@code web.xml} has it. */
  static final SiteCookie SESSION = new SiteCookie("doublelock");

  /** The name to write it under. Such a cookie has to be {@code Secure}, for the path {@code /}. */
  public String name(boolean overTls) {
    return overTls ? PREFIX + name : name;
  }

  /** What the browser sent; under the name without TLS, too, as it may be from before. */
  public Optional<String> read(HttpServletRequest request) {
    return value(request, name(true)).or(() -> value(request, name));
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }
}
