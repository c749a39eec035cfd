package org.doublelock.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address that people and programs reach this installation at, from {@code
 * doublelock.public-url}. A request's own {@code Host} is anyone's to forge, so whatever leaves the
 * page it was asked for, mails above all, is built from this alone.
 */
@ApplicationScoped
public class PublicUrl {

  public static final String SETTING = "doublelock.public-url";

  private Optional<URI> configured;

  protected PublicUrl() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalArgumentException naming the setting, when it is not {@code
   *     http(s)://host[:port]}
   */
  @Inject
  public PublicUrl(@ConfigProperty(name = SETTING) Optional<String> setting) {
    this.configured = setting.map(PublicUrl::parse);
  }

  /** Scheme, host and port, ending in a slash; empty where none is configured. */
  public Optional<URI> base() {
    return configured;
  }

  /**
   * The absolute address of one of our pages, to be sent away; empty where none is configured.
   *
   * @param path begins with a slash; a query may follow
   */
  public Optional<URI> link(String path) {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("not a path of ours: " + path);
    }
    return configured.map(base -> base.resolve(path));
  }

  /**
   * Scheme, host and port without a slash at the end, to be shown on a page.
   *
   * @param asked where the request says it was sent, shown where nothing is configured
   */
  public String shown(URI asked) {
    return configured.orElseGet(() -> asked.resolve("/")).toString().replaceAll("/$", "");
  }

  private static URI parse(String setting) {
    try {
      URI url = new URI(setting.strip()).parseServerAuthority();
      String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      boolean bare =
          url.getHost() != null
              && url.getUserInfo() == null
              && url.getRawPath().matches("/?")
              && url.getRawQuery() == null
              && url.getRawFragment() == null;
      if (bare && (scheme.equals("https") || scheme.equals("http"))) {
        return new URI(scheme, null, url.getHost(), url.getPort(), "/", null, null);
      }
    } catch (URISyntaxException unreadable) {
      throw new IllegalArgumentException(rule(), unreadable);
    }
    throw new IllegalArgumentException(rule());
  }

  private static String rule() {
    return SETTING + " has to be https://host or http://host, with a port or without, and no path";
  }
}
