package org.doublelock.unlocking;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.function.Lease;

/** Writes down what becomes of leases, with their bounds in words of no language. */
final class LeaseEvents {

  private final EntityManager entities;
  private final SecurityEvents events;

  LeaseEvents(EntityManager entities, SecurityEvents events) {
    this.entities = entities;
    this.events = events;
  }

  /** A key was unlocked in that way. */
  void granted(EventKind how, LeaseRow row) {
    record(how, row.key(), inWords(row.lease()));
  }

  void ended(EventKind how, LeaseRow row, long uses) {
    record(how, row.key(), uses + " ×");
  }

  private void record(EventKind kind, ApiKeyId id, String more) {
    ApiKey key = entities.find(ApiKey.class, id.value());
    events.record(kind, key.owner().value(), id.value(), key.description() + " (" + more + ")");
  }

  /** Such as {@code 2026-11-28T16:40:00Z; 203.0.113.7; 500 USD; AddOrder, CancelOrder}. */
  static String inWords(Lease lease) {
    List<String> words = new ArrayList<>();
    words.add(lease.until().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
    lease.address().ifPresent(words::add);
    lease
        .bound()
        .ifPresent(
            most ->
                words.add(
                    most.amount().stripTrailingZeros().toPlainString() + " " + most.currency()));
    words.add(lease.actions().stream().sorted().collect(Collectors.joining(", ")));
    return String.join("; ", words);
  }
}
