package org.doublelock.unlocking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.OneLine;
import org.doublelock.activity.Origin;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;

/**
 * Asks the owner of a key, once for each bout of calls that were refused for want of a code,
 * whether to unlock it. A bout is over when there was none for an hour.
 */
@Stateless
public class UnlockRequests {

  /** Older ones are no longer worth a notice. */
  private static final Duration NEWS = Duration.ofHours(24);

  private static final int MAX_CHARACTERS = 64;
  private static final int MAX_AT_ONCE = 2;

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private UnlockChoices choices;
  @Inject private KeyEpoch epoch;
  @Inject private SecurityEvents events;

  public UnlockRequests() {
    // for the container
  }

  UnlockRequests(
      EntityManager entities, UnlockChoices choices, KeyEpoch epoch, SecurityEvents events) {
    this.entities = entities;
    this.choices = choices;
    this.epoch = epoch;
    this.events = events;
  }

  /** A call with the right signature, from where the key may be used, carried no code. */
  public void refused(ApiKeyId id, String function, String address, Instant now) {
    if (choices.of(id).filter(choice -> choice.allowed() && choice.asks()).isEmpty()) {
      return;
    }
    if (!epoch.hold(id)) {
      return;
    }
    UnlockRequestRow row =
        Optional.ofNullable(entities.find(UnlockRequestRow.class, id.value()))
            .orElseGet(() -> new UnlockRequestRow(id));
    String called = OneLine.of(function, MAX_CHARACTERS);
    String from = OneLine.of(address, MAX_CHARACTERS);
    boolean first = row.refused(called, from, now);
    entities.persist(row);
    if (first) {
      ApiKey key = entities.find(ApiKey.class, id.value());
      events.record(
          new SecurityEvent(
              key.owner().value(),
              Optional.of(id.value()),
              EventKind.LEASE_ASKED,
              key.description() + " (" + called + ")",
              new Origin(from, ""),
              now));
    }
  }

  /** What the account's holder is still to be asked: the newest, and no page full of them. */
  public List<UnlockRequest> open(AccountId owner, Instant now) {
    return entities
        .createQuery(
            "select r from UnlockRequestRow r, ApiKey k where k.id = r.apiKeyId"
                + " and k.accountId = :owner and k.deletedAt is null and r.answered = false"
                + " and r.beganMillis > :oldest order by r.beganMillis desc",
            UnlockRequestRow.class)
        .setParameter("owner", owner.value())
        .setParameter("oldest", now.minus(NEWS).toEpochMilli())
        .setMaxResults(MAX_AT_ONCE)
        .getResultStream()
        .map(UnlockRequestRow::request)
        .toList();
  }

  /** The owner has seen it, and need not be asked about this bout again. */
  public void answer(ApiKeyId key) {
    epoch.hold(key);
    answer(entities, key);
  }

  static void answer(EntityManager entities, ApiKeyId key) {
    Optional.ofNullable(entities.find(UnlockRequestRow.class, key.value()))
        .ifPresent(UnlockRequestRow::answer);
  }
}
