package org.doublelock.activity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A security event as it is read.
 *
 * @param code what happened: an {@link EventKind#code}, or one that only a newer release knows
 */
public record LoggedEvent(
    String code, Optional<UUID> apiKey, String detail, Origin origin, Instant at) {

  /** The detail as a page says it. */
  public EventDetail told() {
    return EventDetail.of(code, detail);
  }

  /** Whether an operator did it, from where is not told. */
  public boolean isByOperator() {
    return EventKind.of(code).filter(EventKind::isByOperator).isPresent();
  }
}
