package org.doublelock.secondfactor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.apikey.KeyEvents;
import org.doublelock.edge.DatabaseClock;

/**
 * Switching a key's second factor off without it, since its device is lost. Where the account has
 * no second factor of its own, a password alone is too little: the factor stays on for a cool-off,
 * in which the owner can stop it.
 */
@Stateless
public class Removals {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private SecondFactors factors;
  @Inject private AccountFactors accountFactors;
  @Inject private KeyEpoch epoch;
  @Inject private CoolOff coolOff;
  @Inject private KeyEvents events;

  public Removals() {
    // for the container
  }

  Removals(
      EntityManager entities,
      SecondFactors factors,
      AccountFactors accountFactors,
      KeyEpoch epoch,
      CoolOff coolOff,
      KeyEvents events) {
    this.entities = entities;
    this.factors = factors;
    this.accountFactors = accountFactors;
    this.epoch = epoch;
    this.coolOff = coolOff;
    this.events = events;
  }

  public Duration coolOff() {
    return coolOff.length();
  }

  /**
   * Whether a removal has to wait. Not so where the account has had a second factor of its own for
   * longer than the cool-off: one that a thief of the password has just added shortens nothing.
   */
  public boolean hasToWait(AccountId owner, Instant now) {
    Instant agreed = DatabaseClock.agreed(entities, now);
    return !coolOff.length().isZero()
        && accountFactors
            .onSince(owner)
            .filter(since -> !agreed.isBefore(since.plus(coolOff.length())))
            .isEmpty();
  }

  /** What became of a key's factor whose device is lost. */
  public enum Outcome {
    OFF,
    /** It is off when the wait is over. */
    LATER,
    /** Nothing was done: the key's factor is another one by now, or none. */
    ANOTHER_FACTOR
  }

  /**
   * Switches a factor off, at once or after the wait. A wait that has begun gets no longer.
   *
   * @param lost the factor that was asked about
   * @throws org.doublelock.apikey.KeyDeleted when the key is deleted by now
   * @throws AccountLocked when an operator has locked the account meanwhile; the factor stays
   */
  public Outcome lost(ApiKeyId key, SecondFactor lost, AccountId owner, Instant now) {
    epoch.holdForOwner(key);
    if (!factors.has(key, lost)) {
      return Outcome.ANOTHER_FACTOR;
    }
    if (!hasToWait(owner, now)) {
      factors.remove(key);
      return Outcome.OFF;
    }
    if (lock(key).isEmpty()) {
      entities.persist(new RemovalRow(key, now, now.plus(coolOff.length())));
      events.record(EventKind.TWO_FACTOR_OFF_BEGUN, key);
    }
    return Outcome.LATER;
  }

  /**
   * Switches a factor off whose code or password was given.
   *
   * @param confirmed the factor that it was given for
   * @return false when the key's factor is another one by now, or none; nothing was done then
   * @throws org.doublelock.apikey.KeyDeleted when the key is deleted by now
   * @throws AccountLocked when an operator has locked the account meanwhile; the factor stays
   */
  public boolean confirmed(ApiKeyId key, SecondFactor confirmed) {
    epoch.holdForOwner(key);
    boolean same = factors.has(key, confirmed);
    if (same) {
      factors.remove(key);
    }
    return same;
  }

  /** When the key's factor switches off; empty when nobody asked for it. */
  public Optional<Instant> due(ApiKeyId key) {
    return Optional.ofNullable(entities.find(RemovalRow.class, key.value())).map(RemovalRow::dueAt);
  }

  /** The same for many keys, in one statement; nothing for a key that nobody asked it for. */
  public Map<ApiKeyId, Instant> due(Collection<ApiKeyId> keys) {
    return keys.isEmpty()
        ? Map.of()
        : entities
            .createQuery("select r from RemovalRow r where r.apiKeyId in :keys", RemovalRow.class)
            .setParameter("keys", keys.stream().map(ApiKeyId::value).toList())
            .getResultStream()
            .collect(Collectors.toMap(RemovalRow::key, RemovalRow::dueAt));
  }

  /** The account's keys that it was asked for. */
  public List<ApiKeyId> askedFor(AccountId owner) {
    return entities
        .createQuery(
            "select r from RemovalRow r, ApiKey k"
                + " where k.id = r.apiKeyId and k.accountId = :owner and k.deletedAt is null",
            RemovalRow.class)
        .setParameter("owner", owner.value())
        .getResultStream()
        .map(RemovalRow::key)
        .toList();
  }

  /**
   * Leaves the factor on.
   *
   * @return false where no removal waits any more, or the key is deleted by now
   */
  public boolean stop(ApiKeyId key) {
    boolean waits = epoch.hold(key) && lock(key).isPresent();
    if (waits) {
      RemovalRow.forget(entities, key);
      events.record(EventKind.TWO_FACTOR_OFF_STOPPED, key);
    }
    return waits;
  }

  /** The keys whose removal is due, by the database's clock as well. */
  public List<ApiKeyId> allDue(Instant now) {
    return entities
        .createQuery(
            "select r from RemovalRow r, ApiKey k"
                + " where k.id = r.apiKeyId and k.deletedAt is null and r.dueAt <= :now",
            RemovalRow.class)
        .setParameter("now", DatabaseClock.agreed(entities, now))
        .getResultStream()
        .map(RemovalRow::key)
        .toList();
  }

  /**
   * Switches the factor off if its removal is due, on whichever node comes first. The database's
   * clock has to agree: a node whose own is ahead would shorten everybody's wait.
   *
   * @return true when it is off now
   */
  public boolean carryOut(ApiKeyId key, Instant now) {
    boolean due = epoch.hold(key) && lock(key).filter(row -> isDue(row, now)).isPresent();
    if (due) {
      factors.remove(key);
      RemovalRow.forget(entities, key);
    }
    return due;
  }

  private boolean isDue(RemovalRow removal, Instant now) {
    return !removal.dueAt().isAfter(DatabaseClock.agreed(entities, now));
  }

  private Optional<RemovalRow> lock(ApiKeyId key) {
    return Optional.ofNullable(
        entities.find(RemovalRow.class, key.value(), LockModeType.PESSIMISTIC_WRITE));
  }
}
