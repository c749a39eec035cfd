package org.doublelock.unlocking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.edge.DatabaseClock;

/** Writes down that leases are over, each once, with how many calls they let through. */
@Stateless
public class LeaseEnds {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private KeyEpoch epoch;
  @Inject private SecurityEvents events;

  public LeaseEnds() {
    // for the container
  }

  LeaseEnds(EntityManager entities, KeyEpoch epoch, SecurityEvents events) {
    this.entities = entities;
    this.epoch = epoch;
    this.events = events;
  }

  /** The keys whose lease is over and has not been told of. */
  public List<ApiKeyId> untold() {
    return entities
        .createNativeQuery(
            "select cast(l.api_key_id as varchar(36)) from api_key_lease l"
                + " join api_key_call_state s on s.api_key_id = l.api_key_id where l.told = false"
                + " and (s.epoch <> l.epoch or s.unlocked_until < "
                + DatabaseClock.MILLIS
                + ")",
            String.class)
        .getResultStream()
        .map(id -> new ApiKeyId(UUID.fromString((String) id)))
        .toList();
  }

  /** Tells of the key's lease if it is over, on whichever node comes first. */
  public void tell(ApiKeyId key) {
    epoch.hold(key);
    tellHeld(key);
  }

  /** The keys of the account whose lease has not been told of, over or not. */
  public List<ApiKeyId> untoldOf(AccountId owner) {
    return entities
        .createQuery(
            "select l from LeaseRow l, ApiKey k"
                + " where k.id = l.apiKeyId and k.accountId = :owner and l.told = false",
            LeaseRow.class)
        .setParameter("owner", owner.value())
        .getResultStream()
        .map(LeaseRow::key)
        .toList();
  }

  /** The same as {@link #tell} where the caller holds the key's row. */
  public void tellHeld(ApiKeyId key) {
    untold(key)
        .ifPresent(
            row -> {
              LeaseState state = LeaseState.read(entities, key);
              if (!state.running() || !row.isAt(state.epoch())) {
                tell(row, state);
              }
            });
  }

  /** Tells of a lease that another is about to take the place of. */
  public void endHeld(ApiKeyId key) {
    untold(key).ifPresent(row -> tell(row, LeaseState.read(entities, key)));
  }

  private void tell(LeaseRow row, LeaseState state) {
    row.tell();
    new LeaseEvents(entities, events)
        .ended(
            state.running() ? EventKind.LEASE_ENDED : EventKind.LEASE_RAN_OUT, row, state.uses());
  }

  private Optional<LeaseRow> untold(ApiKeyId key) {
    return Optional.ofNullable(entities.find(LeaseRow.class, key.value()))
        .filter(row -> !row.isTold());
  }
}
