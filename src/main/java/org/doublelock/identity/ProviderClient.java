package org.doublelock.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What this installation is at the provider, and what it asks there.
 *
 * @param issuer the provider's own identifier, as its tokens name it; 255 characters at most
 * @param credential how it proves that there
 * @param acrValues what a confirmation has to be worth, any of these; empty for whatever the
 *     provider does
 * @param redirect where the provider sends people back to
 * @param afterSignOut where it sends them once they are signed out
 * @param timeout how long all may take that is asked for one person at a time
 */
record ProviderClient(
    String issuer,
    String id,
    ClientCredential credential,
    List<String> scopes,
    List<String> acrValues,
    ClaimNames claims,
    URI redirect,
    URI afterSignOut,
    Duration timeout) {

  /** How far the provider's clock may be from ours. */
  static final Duration SKEW = Duration.ofSeconds(60);

  /**
   * The claims of an ID token that something is read from.
   *
   * @param operator what it holds of whoever runs this installation; empty for nobody by a claim
   * @param required what it holds of whoever may sign in; empty for everybody there
   */
  record ClaimNames(
      String userName, Optional<ClaimValue> operator, Optional<ClaimValue> required) {}

  /**
   * A claim, a text or a list, that holds a value.
   *
   * @param name with dots for one inside another
   */
  record ClaimValue(String name, String value) {}

  @Override
  public String toString() {
    return "ProviderClient[" + id + " at " + issuer + "]";
  }
}
