package org.doublelock.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which site a form was sent from, as the browser tells it: in {@code Origin} (RFC 6454) and {@code
 * Sec-Fetch-Site} (Fetch Metadata), which no page can write. Whoever sends neither is no browser of
 * today, and is told by the form's token alone.
 *
 * @param origin as sent; empty when it was not
 * @param relation the text of {@code Sec-Fetch-Site}; empty when it was not sent
 */
public record SendingSite(Optional<String> origin, Optional<String> relation) {

  private static final String OPAQUE = "null";
  private static final String SAME_ORIGIN = "same-origin";

  /** Nobody's page but the person, who reloads or restores one. */
  private static final String PERSON = "none";

  /**
   * Whether it is another site's form. One of another host or port of the same domain is.
   *
   * @param host the request's {@code Host}, which no page of another site can choose either; may be
   *     null
   * @param relationIsSaid whether every browser of today says it here: over TLS, or to this machine
   */
  public boolean isForeign(String host, Optional<URI> publicUrl, boolean relationIsSaid) {
    if (relation.filter(said -> !said.equals(SAME_ORIGIN) && !said.equals(PERSON)).isPresent()) {
      return true;
    }
    if (origin.isEmpty()) {
      return false;
    }
    if (origin.get().equals(OPAQUE)) {
      // what our own pages send too, since they give no referrer away; so does a frame of
      // another site
      return relation.isEmpty() && relationIsSaid;
    }
    Optional<String> sender = authority(origin.get());
    Optional<String> ours = publicUrl.map(URI::toString).flatMap(SendingSite::authority);
    return sender.isEmpty() || !sender.equals(ours) && !sender.equals(asked(host, origin.get()));
  }

  /** What was asked for, had it been by the scheme of the origin: the proxy knows that one. */
  private static Optional<String> asked(String host, String origin) {
    String scheme = origin.substring(0, origin.indexOf(':') + 1);
    return host == null ? Optional.empty() : authority(scheme + "//" + host);
  }

  /** Host and port in one spelling; empty when it is no address of a site. */
  private static Optional<String> authority(String url) {
    try {
      URI parsed = new URI(url.toLowerCase(Locale.ROOT)).parseServerAuthority();
      String scheme = Optional.ofNullable(parsed.getScheme()).orElse("");
      boolean known = scheme.equals("https") || scheme.equals("http");
      if (!known || parsed.getHost() == null) {
        return Optional.empty();
      }
      int usual = scheme.equals("https") ? 443 : 80;
      int port = parsed.getPort() < 0 ? usual : parsed.getPort();
      return Optional.of(parsed.getHost() + ":" + port);
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }
}
