package org.doublelock.account;

import java.time.Duration;
import java.util.Locale;

/** What a link in a mail may do. */
public enum LinkPurpose {
  /** Open an account with the address it was sent to. */
  REGISTRATION(Duration.ofHours(24)),
  /** Make the address it was sent to the account's. */
  ADDRESS(Duration.ofHours(24)),
  /** Give the account another password. */
  PASSWORD_RESET(Duration.ofHours(1)),
  /** Disable one key, or all of the account's and end its sessions. */
  FREEZE(Duration.ofDays(30)),
  /** Leave a key's second factor on, whose removal was begun. */
  STOP_REMOVAL(Duration.ofDays(30));

  private final Duration lifetime;

  LinkPurpose(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** How long after it was sent it works. */
  public Duration lifetime() {
    return lifetime;
  }

  /** The word for it in the database. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
