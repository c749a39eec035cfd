package org.doublelock.account.session;

import java.time.Duration;
import java.time.Instant;
import org.doublelock.account.BearerToken;

/**
 * Which signed-in session began or completed a setup, and when. A setup is open to that session
 * alone, and for a quarter of an hour: whoever else is signed in to the account has to begin anew.
 *
 * @param session the hash of the session's token; null where it is not known, which is nobody's
 */
public record SessionStamp(String session, Instant at) {

  /** From the beginning of a setup to its last confirmation; after that it has lapsed. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  public static SessionStamp of(BearerToken session, Instant now) {
    return new SessionStamp(session.hash(), now);
  }

  public boolean hasLapsed(Instant now) {
    return !now.isBefore(at.plus(LIFETIME));
  }

  public boolean isBy(BearerToken asking) {
    return asking.hash().equals(session);
  }

  /** Whether the session may go on from there. */
  public boolean isOpenTo(BearerToken asking, Instant now) {
    return isBy(asking) && !hasLapsed(now);
  }

  /** Whether another session has been there lately. */
  public boolean isOfAnother(BearerToken asking, Instant now) {
    return !isBy(asking) && !hasLapsed(now);
  }
}
