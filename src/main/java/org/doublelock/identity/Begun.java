package org.doublelock.identity;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/**
 * What a browser session has to remember of a question that it took to the provider: the answer is
 * good in that session alone, once.
 *
 * @param state comes back with the answer (RFC 6749, section 10.12)
 * @param nonce stands in the ID token
 * @param verifier what the code is redeemed with (PKCE, RFC 7636)
 * @param confirming whether the person is to prove anew who they are
 */
public record Begun(String state, String nonce, String verifier, boolean confirming, Instant at)
    implements Serializable {

  /** For as long a person may be at the provider's pages. */
  private static final Duration LIFETIME = Duration.ofMinutes(30);

  public boolean isOver(Instant now) {
    return !now.isBefore(at.plus(LIFETIME));
  }

  /** Whether an answer is to this question; in the same time wherever it differs. */
  public boolean isAnsweredBy(String givenState) {
    return givenState != null
        && MessageDigest.isEqual(
            state.getBytes(StandardCharsets.UTF_8), givenState.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Begun[hidden]";
  }
}
