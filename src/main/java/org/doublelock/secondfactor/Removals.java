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
import org.doublelock.account.AccountFactors;
import org.doublelock.account.AccountId;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.AccountLocked;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.apikey.KeyEvents;

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
    return !coolOff.length().isZero()
        && accountFactors
            .onSince(owner)
            .filter(since -> !now.isBefore(since.plus(coolOff.length())))
            .isEmpty();
  }

  /**
   * Asks for the removal; one that was asked for before stays due when it was.
   *
   * @return when it is due
   * @throws AccountLocked when an operator has locked the account meanwhile; nothing is asked for
   */
  public Instant ask(ApiKeyId key, Instant now) {
    epoch.holdForOwner(key);
    Optional<RemovalRow> before = lock(key);
    if (before.isPresent()) {
      return before.get().dueAt();
    }
    RemovalRow row = new RemovalRow(key, now, now.plus(coolOff.length()));
    entities.persist(row);
    events.record(EventKind.TWO_FACTOR_OFF_BEGUN, key);
    return row.dueAt();
  }

  /**
   * Switches the factor off without a wait.
   *
   * @throws AccountLocked when an operator has locked the account meanwhile; the factor stays
   */
  public void atOnce(ApiKeyId key) {
    epoch.holdForOwner(key);
    factors.remove(key);
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

  /** Leaves the factor on. */
  public void stop(ApiKeyId key) {
    epoch.hold(key);
    if (lock(key).isPresent()) {
      forget(entities, key);
      events.record(EventKind.TWO_FACTOR_OFF_STOPPED, key);
    }
  }

  /** The keys whose removal is due. */
  public List<ApiKeyId> allDue(Instant now) {
    return entities
        .createQuery("select r from RemovalRow r where r.dueAt <= :now", RemovalRow.class)
        .setParameter("now", now)
        .getResultStream()
        .map(RemovalRow::key)
        .toList();
  }

  /**
   * Switches the factor off if its removal is due, on whichever node comes first.
   *
   * @return true when it is off now
   */
  public boolean carryOut(ApiKeyId key, Instant now) {
    epoch.hold(key);
    boolean due = lock(key).filter(row -> row.isDue(now)).isPresent();
    if (due) {
      factors.remove(key);
      forget(entities, key);
    }
    return due;
  }

  private Optional<RemovalRow> lock(ApiKeyId key) {
    return Optional.ofNullable(
        entities.find(RemovalRow.class, key.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** A factor that is replaced or gone is not to be removed later. */
  static void forget(EntityManager entities, ApiKeyId key) {
    entities
        .createQuery("delete from RemovalRow r where r.apiKeyId = :key")
        .setParameter("key", key.value())
        .executeUpdate();
  }
}
