package org.doublelock.account;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The random bytes that an authenticator has to sign next in this browser session, once. A browser
 * session may outlive who is signed in in it, so those for a new passkey belong to one of these.
 */
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
  private String newFor;

  /** A challenge that was issued, and where. */
  public record Issued(byte[] bytes, RelyingParty party) {

    public String base64url() {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }

  /** Issues one to be known by, in place of any before. */
  public Issued issue(RelyingParty party, Instant now) {
    return issue(party, null, now);
  }

  /** Issues one for a new passkey that this signed-in session adds, in place of any before. */
  public Issued issueForNew(BearerToken session, RelyingParty party, Instant now) {
    return issue(party, session.hash(), now);
  }

  private synchronized Issued issue(RelyingParty party, String session, Instant now) {
    bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    origin = party.origin();
    id = party.id();
    until = now.plus(LIFETIME);
    newFor = session;
    return new Issued(bytes.clone(), party);
  }

  /** Forgets it: whoever it was issued to is signed out. */
  public synchronized void drop() {
    bytes = null;
  }

  /** The one that was issued last to be known by; it is gone then, whatever becomes of it. */
  public Optional<Issued> take(Instant now) {
    return takeFor(null, now);
  }

  /** The same of the one for a new passkey, where this signed-in session asked for it. */
  public Optional<Issued> takeForNew(BearerToken session, Instant now) {
    return takeFor(session.hash(), now);
  }

  private synchronized Optional<Issued> takeFor(String session, Instant now) {
    Optional<Issued> issued =
        bytes == null || !now.isBefore(until) || !Objects.equals(newFor, session)
            ? Optional.empty()
            : Optional.of(new Issued(bytes, new RelyingParty(origin, id)));
    bytes = null;
    return issued;
  }
}
