package org.doublelock.activity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened to an account.
 *
 * @param apiKey the key it happened to, if it was one
 * @param detail what was changed, by the name its owner gave it; never anything secret. What is
 *     longer than {@link #MAX_DETAIL} is kept and mailed cut, and with a sign of it
 */
public record SecurityEvent(
    UUID account, Optional<UUID> apiKey, EventKind kind, String detail, Origin origin, Instant at) {

  /**
   * Whose events are written only so that something is: no account ever has this id, nobody reads
   * them, and they are soon forgotten.
   */
  public static final UUID NOBODY = new UUID(0, 0);

  /** In characters. */
  public static final int MAX_DETAIL = 200;
}
