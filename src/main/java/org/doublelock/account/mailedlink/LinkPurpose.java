package org.doublelock.account.mailedlink;

import java.time.Duration;
import org.doublelock.edge.Coded;

/** What a link in a mail may do. */
public enum LinkPurpose implements Coded {
  /** Open an account with the address it was sent to. */
  REGISTRATION(Duration.ofHours(24), true),
  /** Make the address it was sent to the account's. */
  ADDRESS(Duration.ofHours(24), true),
  /** Give the account another password. */
  PASSWORD_RESET(Duration.ofHours(1), true),
  /** Disable one key, or all of the account's, and end every way into it. */
  FREEZE(Duration.ofDays(30), false),
  /** Leave a key's second factor on, whose removal was begun. */
  STOP_REMOVAL(Duration.ofDays(30), false);

  private final Duration lifetime;
  private final boolean giving;

  LinkPurpose(Duration lifetime, boolean giving) {
    this.lifetime = lifetime;
    this.giving = giving;
  }

  /** Whether it gives something to whoever follows it; others only take away. */
  boolean isGiving() {
    return giving;
  }

  /** How long after it was sent it works. */
  public Duration lifetime() {
    return lifetime;
  }
}
