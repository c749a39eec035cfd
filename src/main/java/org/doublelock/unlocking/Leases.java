package org.doublelock.unlocking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.function.Lease;

/**
 * Unlocks keys and locks them again. A lease is good at one epoch of its key, the one that began
 * it: whatever else raises the epoch, any change to the key or its factor, has ended it, on every
 * node.
 */
@Stateless
public class Leases {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private UnlockChoices choices;
  @Inject private KeyEpoch epoch;
  @Inject private LeaseEnds ends;
  @Inject private LeaseActions actions;
  @Inject private SecurityEvents events;

  public Leases() {
    // for the container
  }

  Leases(
      EntityManager entities,
      UnlockChoices choices,
      KeyEpoch epoch,
      LeaseEnds ends,
      LeaseActions actions,
      SecurityEvents events) {
    this.entities = entities;
    this.choices = choices;
    this.epoch = epoch;
    this.ends = ends;
    this.actions = actions;
    this.events = events;
  }

  /** The key's epoch now: who confirms with its factor grants at this one. */
  public long epoch(ApiKeyId key) {
    return LeaseState.read(entities, key).epoch();
  }

  /**
   * Unlocks a key whose factor was shown; a lease that it had is over.
   *
   * @param seen the epoch at which the factor was right
   * @return empty when the key has changed since, or its owner does not let it be unlocked so
   * @throws org.doublelock.apikey.KeyDeleted when the key is deleted by now
   * @throws AccountLocked when an operator has locked the account meanwhile
   */
  public Optional<Lease> grant(ApiKeyId key, long seen, LeaseTerms terms, EventKind how) {
    epoch.holdForOwner(key);
    boolean admitted = choices.of(key).filter(choice -> choice.admits(terms.length())).isPresent();
    if (!admitted || LeaseState.read(entities, key).epoch() != seen) {
      return Optional.empty();
    }
    ends.endHeld(key);
    long until = LeaseState.grant(entities, key, terms);
    LeaseRow row = row(key).orElseGet(() -> new LeaseRow(key));
    row.begin(seen + 1, until, terms);
    entities.persist(row);
    UnlockRequests.answer(entities, key);
    new LeaseEvents(entities, events).granted(how, row, actions::canMoveFundsAway);
    return Optional.of(row.lease());
  }

  /**
   * Locks a key again, at once and on every node.
   *
   * @return false when it was not unlocked
   */
  public boolean end(ApiKeyId key) {
    epoch.hold(key);
    LeaseState state = LeaseState.read(entities, key);
    boolean open = state.running() && row(key).filter(row -> row.isAt(state.epoch())).isPresent();
    if (open) {
      epoch.raise(key);
      ends.tellHeld(key);
    }
    return open;
  }

  /** Locks all keys of an account again, those too that are being unlocked at this moment. */
  public void endAll(AccountId owner) {
    epoch.raiseAll(owner);
    ends.untoldOf(owner).forEach(ends::tellHeld);
  }

  /** How many of the account's keys are unlocked now. */
  public long number(AccountId owner) {
    return LeaseState.running(entities, owner);
  }

  /** The leases of these keys that are running, in two statements. */
  public Map<ApiKeyId, OpenLease> open(Collection<ApiKeyId> keys) {
    Map<ApiKeyId, OpenLease> open = new HashMap<>();
    if (keys.isEmpty()) {
      return open;
    }
    Map<ApiKeyId, LeaseRow> rows = new HashMap<>();
    entities
        .createQuery("select l from LeaseRow l where l.apiKeyId in :keys", LeaseRow.class)
        .setParameter("keys", keys.stream().map(ApiKeyId::value).toList())
        .getResultStream()
        .forEach(row -> rows.put(row.key(), row));
    LeaseState.read(entities, rows.keySet())
        .forEach(
            (key, state) -> {
              LeaseRow row = rows.get(key);
              if (state.running() && row.isAt(state.epoch())) {
                open.put(key, new OpenLease(row.lease(), state.left(), state.uses()));
              }
            });
    return open;
  }

  private Optional<LeaseRow> row(ApiKeyId key) {
    return Optional.ofNullable(entities.find(LeaseRow.class, key.value()));
  }
}
