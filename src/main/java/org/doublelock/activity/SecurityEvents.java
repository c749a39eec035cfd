package org.doublelock.activity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes down what happens, in the transaction in which it happens: there is no change without its
 * event and no event without its change. Each is also fired as a CDI event, in that transaction.
 */
@Stateless
public class SecurityEvents {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private RequestOrigin request;
  @Inject private Clock clock;
  @Inject private Event<SecurityEvent> observers;

  private Consumer<SecurityEvent> told = event -> observers.fire(event);

  public SecurityEvents() {
    // for the container
  }

  /** Without a container, where no request is being answered. */
  SecurityEvents(EntityManager entities, Clock clock, Consumer<SecurityEvent> told) {
    this.entities = entities;
    this.clock = clock;
    this.told = told;
  }

  /** Something happened to an account, by the request that is being answered. */
  public void record(EventKind kind, UUID account) {
    record(kind, account, "");
  }

  /** The same to something of the account that has a name. */
  public void record(EventKind kind, UUID account, String detail) {
    record(kind, account, Optional.empty(), detail);
  }

  /** Something happened to one of its keys. */
  public void record(EventKind kind, UUID account, UUID apiKey, String detail) {
    record(kind, account, Optional.of(apiKey), detail);
  }

  /** Something happened that the request, if there is one, did not ask for. */
  public void record(SecurityEvent event) {
    entities.persist(new SecurityEventRow(event));
    told.accept(event);
  }

  /**
   * Notes that the account's holder is told of what was just recorded, unless they were told of the
   * same within that time before. What happened since then and was not told does not count, or
   * something that goes on and on would be told once and never again.
   *
   * @return whether they are to be told
   */
  public boolean tellOnceWithin(Duration time, SecurityEvent event) {
    boolean due = !wasTold(event, event.at().minus(time));
    if (due) {
      noteTold(event);
    }
    return due;
  }

  private boolean wasTold(SecurityEvent event, Instant since) {
    return entities
            .createQuery(
                "select count(e) from SecurityEventRow e where e.accountId = :account"
                    + " and e.kind = :kind and e.detail = :detail"
                    + " and e.told = true and e.atMillis > :since",
                Long.class)
            .setParameter("account", event.account())
            .setParameter("kind", event.kind().code())
            .setParameter("detail", SecurityEventRow.stored(event.detail()))
            .setParameter("since", since.toEpochMilli())
            .getSingleResult()
        > 0;
  }

  private void noteTold(SecurityEvent event) {
    entities
        .createQuery(
            "update SecurityEventRow e set e.told = true where e.accountId = :account"
                + " and e.kind = :kind and e.detail = :detail and e.atMillis = :at")
        .setParameter("account", event.account())
        .setParameter("kind", event.kind().code())
        .setParameter("detail", SecurityEventRow.stored(event.detail()))
        .setParameter("at", event.at().toEpochMilli())
        .executeUpdate();
  }

  /** How often that happened to the account after that time. */
  public long number(UUID account, EventKind kind, Instant since) {
    return entities
        .createQuery(
            "select count(e) from SecurityEventRow e where e.accountId = :account"
                + " and e.kind = :kind and e.atMillis > :since",
            Long.class)
        .setParameter("account", account)
        .setParameter("kind", kind.code())
        .setParameter("since", since.toEpochMilli())
        .getSingleResult();
  }

  private void record(EventKind kind, UUID account, Optional<UUID> apiKey, String detail) {
    Origin origin = request == null ? Origin.none() : RequestOrigin.of(request);
    record(new SecurityEvent(account, apiKey, kind, detail, origin, clock.instant()));
  }
}
