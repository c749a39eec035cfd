package org.doublelock.account.factor;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import org.doublelock.account.BearerToken;

/**
 * The random bytes that an authenticator has to sign in this browser session: one lot for each page
 * that asks, each good once, so that what one tab asks ends nothing in another. A browser session
 * may outlive who is signed in in it, so those for a new passkey belong to one of these.
 */
@SessionScoped
public class PasskeyChallenge implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int BYTES = 32;

  /** As many pages may wait for an answer; beyond that the oldest is forgotten. */
  static final int MAX = 16;

  private final LinkedHashMap<String, Waiting> waiting = new LinkedHashMap<>();

  /** One that was issued and not taken; serializable, as the session is. */
  private record Waiting(String origin, String id, Instant until, String newFor)
      implements Serializable {}

  /** A challenge that was issued, and where. */
  public record Issued(byte[] bytes, RelyingParty party) {

    public String base64url() {
      return text(bytes);
    }
  }

  /** Issues one to be known by. */
  public Issued issue(RelyingParty party, Instant now) {
    return issue(party, null, now);
  }

  /** Issues one for a new passkey that this signed-in session adds. */
  public Issued issueForNew(BearerToken session, RelyingParty party, Instant now) {
    return issue(party, session.hash(), now);
  }

  private synchronized Issued issue(RelyingParty party, String session, Instant now) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    waiting.put(text(bytes), new Waiting(party.origin(), party.id(), now.plus(LIFETIME), session));
    Iterator<String> oldest = waiting.keySet().iterator();
    while (waiting.size() > MAX) {
      oldest.next();
      oldest.remove();
    }
    return new Issued(bytes, party);
  }

  /** Forgets all: whoever they were issued to is signed out. */
  public synchronized void drop() {
    waiting.clear();
  }

  /**
   * The one that an answer says it answers, if it was issued to be known by; it is gone then,
   * whatever becomes of it.
   */
  public Optional<Issued> take(byte[] answered, Instant now) {
    return takeFor(null, answered, now);
  }

  /** The same of one for a new passkey, where this signed-in session asked for it. */
  public Optional<Issued> takeForNew(byte[] answered, BearerToken session, Instant now) {
    return takeFor(session.hash(), answered, now);
  }

  private synchronized Optional<Issued> takeFor(String session, byte[] answered, Instant now) {
    return Optional.ofNullable(waiting.remove(text(answered)))
        .filter(issued -> now.isBefore(issued.until()))
        .filter(issued -> Objects.equals(issued.newFor(), session))
        .map(
            issued -> new Issued(answered.clone(), new RelyingParty(issued.origin(), issued.id())));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
