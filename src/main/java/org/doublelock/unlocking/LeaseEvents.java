package org.doublelock.unlocking;

import jakarta.persistence.EntityManager;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;

/** Writes down what becomes of leases, with their bounds in words of no language. */
record LeaseEvents(EntityManager entities, SecurityEvents events) {

  /**
   * A key was unlocked in that way.
   *
   * @param moves whether an action moves funds away
   */
  void granted(EventKind how, LeaseRow row, Predicate<String> moves) {
    record(how, row.key(), LeaseWords.of(row.lease(), moves)::after);
  }

  void ended(EventKind how, LeaseRow row, long uses) {
    record(how, row.key(), name -> name + " (" + uses + " ×)");
  }

  /** In words about the key that begin with its name. */
  private void record(EventKind kind, ApiKeyId id, UnaryOperator<String> words) {
    ApiKey key = entities.find(ApiKey.class, id.value());
    events.record(kind, key.owner().value(), id.value(), words.apply(key.description()));
  }
}
