package org.doublelock.policy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.Origin;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;

/** Tells owners of keys that do not meet the demand for a second factor, and from when on. */
@Stateless
public class DemandNotices {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private FactorDemand demand;
  @Inject private UnmetKeys unmet;
  @Inject private KeyEpoch epoch;
  @Inject private SecurityEvents events;

  public DemandNotices() {
    // for the container
  }

  DemandNotices(
      EntityManager entities,
      FactorDemand demand,
      UnmetKeys unmet,
      KeyEpoch epoch,
      SecurityEvents events) {
    this.entities = entities;
    this.demand = demand;
    this.unmet = unmet;
    this.epoch = epoch;
    this.events = events;
  }

  /**
   * Tells the key's owner, on whichever node comes first, unless they were told or there is nothing
   * to tell any more.
   *
   * @return whether they were told now
   */
  public boolean tell(ApiKeyId key, Instant now) {
    boolean due = epoch.hold(key) && unmet.isUntold(key, now);
    if (due) {
      note(key, now);
      ApiKey about = entities.find(ApiKey.class, key.value());
      events.record(
          new SecurityEvent(
              about.owner().value(),
              Optional.of(key.value()),
              EventKind.TWO_FACTOR_REQUIRED,
              about.description() + " (" + demand.from() + ")",
              Origin.none(),
              now));
    }
    return due;
  }

  private void note(ApiKeyId key, Instant now) {
    String again =
        "update api_key_factor_notice set told_millis = :now"
            + " where api_key_id = :key and from_millis = :from";
    String first =
        "insert into api_key_factor_notice (api_key_id, from_millis, told_millis)"
            + " values (:key, :from, :now)";
    if (write(again, key, now) == 0) {
      write(first, key, now);
    }
  }

  private int write(String sql, ApiKeyId key, Instant now) {
    return entities
        .createNativeQuery(sql)
        .setParameter("key", key.value())
        .setParameter("from", demand.from().toEpochMilli())
        .setParameter("now", now.toEpochMilli())
        .executeUpdate();
  }
}
