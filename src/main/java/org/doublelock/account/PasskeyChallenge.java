package org.doublelock.account;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The random bytes that an authenticator has to sign next in this browser session, once. */
@SessionScoped
public class PasskeyChallenge implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int BYTES = 32;

  private byte[] bytes;
  private String origin;
  private String id;
  private Instant until;

  /** A challenge that was issued, and where. */
  public record Issued(byte[] bytes, RelyingParty party) {

    public String base64url() {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }

  /** Issues one in place of any before. */
  public synchronized Issued issue(RelyingParty party, Instant now) {
    bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    origin = party.origin();
    id = party.id();
    until = now.plus(LIFETIME);
    return new Issued(bytes.clone(), party);
  }

  /** Forgets it: whoever it was issued to is signed out. */
  public synchronized void drop() {
    bytes = null;
  }

  /** The one that was issued last; it is gone then, whatever becomes of it. */
  public synchronized Optional<Issued> take(Instant now) {
    Optional<Issued> issued =
        bytes == null || !now.isBefore(until)
            ? Optional.empty()
            : Optional.of(new Issued(bytes, new RelyingParty(origin, id)));
    bytes = null;
    return issued;
  }
}
