package org.doublelock.apikey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;

/** Writes down what happens to a key, under its owner's account and by the key's description. */
@Stateless
public class KeyEvents {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private SecurityEvents events;

  public KeyEvents() {
    // for the container
  }

  KeyEvents(EntityManager entities, SecurityEvents events) {
    this.entities = entities;
    this.events = events;
  }

  public void record(EventKind kind, ApiKeyId id) {
    record(kind, entities.find(ApiKey.class, id.value()));
  }

  public void record(EventKind kind, ApiKey key) {
    events.record(kind, key.owner().value(), key.id().value(), key.description());
  }
}
