package org.doublelock.server.listener;

import java.util.Iterator;
import java.util.regex.Pattern;

/** {@code Host} as RFC 9112 has it: one, and a name or an address with or without a port. */
final class NamedHost {

  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._~-]{1,253})(:[0-9]{0,5})?");

  private NamedHost() {}

  /** None at all is HTTP/1.0; the server itself refuses it of later versions. */
  static boolean isNamed(Iterable<String> sent) {
    Iterator<String> hosts = sent.iterator();
    return !hosts.hasNext() || HOST.matcher(hosts.next().strip()).matches() && !hosts.hasNext();
  }
}
