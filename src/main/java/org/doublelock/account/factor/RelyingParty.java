package org.doublelock.account.factor;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where passkeys of this deployment are good for: the origin that browsers see, and its host as the
 * relying party id (WebAuthn Level 3, section 4). An address is none: browsers ask for a name.
 *
 * @param origin scheme, host and port, without a slash at the end
 */
public record RelyingParty(String origin, String id) {

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

  /** The one at a URL; empty where browsers would make no passkey for it. */
  public static Optional<RelyingParty> at(URI url) {
    boolean local = "localhost".equals(url.getHost());
    boolean secure = "https".equals(url.getScheme());
    if (url.getHost() == null || ADDRESS.matcher(url.getHost()).matches() || !(local || secure)) {
      return Optional.empty();
    }
    String origin =
        url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    return Optional.of(new RelyingParty(origin, url.getHost()));
  }
}
