package org.doublelock.unlocking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.apikey.KeyEvents;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.secondfactor.SecondFactors;

/** Whether each key may be unlocked, and for how long. */
@Stateless
public class UnlockChoices {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private SecondFactors factors;
  @Inject private UnlockPolicy policy;
  @Inject private KeyEpoch epoch;
  @Inject private KeyEvents events;

  public UnlockChoices() {
    // for the container
  }

  UnlockChoices(
      EntityManager entities,
      SecondFactors factors,
      UnlockPolicy policy,
      KeyEpoch epoch,
      KeyEvents events) {
    this.entities = entities;
    this.factors = factors;
    this.policy = policy;
    this.epoch = epoch;
    this.events = events;
  }

  /** What holds for the key; empty where it has no second factor, and so nothing to unlock. */
  public Optional<UnlockChoice> of(ApiKeyId key) {
    return factors.method(key).map(method -> choice(key, method));
  }

  /**
   * What is suggested where a second factor of that kind is being set up: what holds for the key,
   * where it replaces another, and what its owner chose when it last had one.
   */
  public UnlockChoice suggested(ApiKeyId key, SecondFactorMethod method) {
    return choice(key, factors.method(key).orElse(method));
  }

  private UnlockChoice choice(ApiKeyId key, SecondFactorMethod method) {
    return row(key)
        .map(UnlockChoiceRow::choice)
        .orElseGet(() -> UnlockChoice.before(method, policy))
        .within(policy);
  }

  /**
   * Whether what a person saw still holds; where nothing holds for the key yet, it does. Until the
   * transaction ends nobody else chooses otherwise.
   *
   * @param seen the {@link UnlockChoice#mark} of what the person saw
   * @throws org.doublelock.apikey.KeyDeleted when the key is deleted by now
   * @throws org.doublelock.account.AccountLocked when the account is locked by now
   */
  public boolean isStill(ApiKeyId key, String seen) {
    epoch.holdForOwner(key);
    return of(key).map(held -> held.mark().equals(seen)).orElse(true);
  }

  /** Chooses for a key whose second factor is being set up. */
  public void atSetup(ApiKeyId key, UnlockChoice choice) {
    epoch.holdForOwner(key);
    keep(key, choice);
  }

  /**
   * Chooses otherwise; like any change of the key, that ends a lease.
   *
   * @param seen the {@link UnlockChoice#mark} of what the person saw who chooses
   * @return false when something else holds by now; nothing was changed then
   * @throws org.doublelock.apikey.KeyDeleted when the key is deleted by now
   * @throws org.doublelock.account.AccountLocked when the account is locked by now
   */
  public boolean change(ApiKeyId key, String seen, UnlockChoice choice) {
    epoch.holdForOwner(key);
    if (of(key).filter(held -> held.mark().equals(seen)).isEmpty()) {
      return false;
    }
    keep(key, choice);
    events.record(EventKind.KEY_CHANGED, key);
    return true;
  }

  private void keep(ApiKeyId key, UnlockChoice choice) {
    UnlockChoiceRow row = row(key).orElseGet(() -> new UnlockChoiceRow(key));
    row.choose(choice);
    entities.persist(row);
    epoch.raise(key);
  }

  private Optional<UnlockChoiceRow> row(ApiKeyId key) {
    return Optional.ofNullable(entities.find(UnlockChoiceRow.class, key.value()));
  }
}
