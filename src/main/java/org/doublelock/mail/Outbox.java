package org.doublelock.mail;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The mails that are to be sent. One is queued in the transaction of what it is about: there is no
 * change without its mail, and no mail about a change that was undone. Sent at least once: a node
 * that ends between sending and noting it leaves the mail to be sent again.
 */
@Stateless
public class Outbox {

  /** How long a node has for one mail before another may take it. Longer than any time limit. */
  static final Duration LEASE = Duration.ofMinutes(3);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration TIMEOUT = Duration.ofDays(3);

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private MailSettings settings;
  @Inject private Clock clock;

  public Outbox() {
    // for the container
  }

  Outbox(EntityManager entities, MailSettings settings, Clock clock) {
    this.entities = entities;
    this.settings = settings;
    this.clock = clock;
  }

  /** Queues a mail, where this installation sends any. */
  public void queue(QueuedMail mail) {
    if (settings.isOn()) {
      entities.persist(new QueuedMailRow(mail, clock.instant()));
    }
  }

  /** Forgets the account's mails of that kind that nobody has sent. */
  public void withdraw(MailKind kind, UUID account) {
    entities
        .createQuery("delete from QueuedMailRow m where m.kind = :kind and m.accountId = :account")
        .setParameter("kind", kind.code())
        .setParameter("account", account)
        .executeUpdate();
  }

  /** Whether the mail is there still, being sent or not. */
  public boolean holds(UUID id) {
    return !entities
        .createQuery("select m.id from QueuedMailRow m where m.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultList()
        .isEmpty();
  }

  /** What is to be sent now, the oldest first. */
  public List<UUID> due(Instant now, int most) {
    return entities
        .createQuery(
            "select m.id from QueuedMailRow m where m.dueAtMillis <= :now order by m.dueAtMillis",
            UUID.class)
        .setParameter("now", now.toEpochMilli())
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Takes a mail to send it; empty when another node has.
   *
   * @return the mail, to be followed by {@link #sent} or {@link #failed}
   */
  public Optional<QueuedMail> take(UUID id, Instant now) {
    int taken =
        entities
            .createQuery(
                "update QueuedMailRow m set m.dueAtMillis = :until, m.tries = m.tries + 1"
                    + " where m.id = :id and m.dueAtMillis <= :now")
            .setParameter("until", now.plus(LEASE).toEpochMilli())
            .setParameter("id", id)
            .setParameter("now", now.toEpochMilli())
            .executeUpdate();
    return taken == 0
        ? Optional.empty()
        : Optional.of(entities.find(QueuedMailRow.class, id).mail());
  }

  /** It is on its way, or there is no need to send it: it is forgotten. */
  public void sent(UUID id) {
    entities
        .createQuery("delete from QueuedMailRow m where m.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /**
   * It could not be sent now. The wait doubles from half a minute to an hour; after three days the
   * mail is given up.
   *
   * @return false when it is given up
   */
  public boolean failed(UUID id, Instant now) {
    QueuedMailRow row = entities.find(QueuedMailRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null || !now.isBefore(row.mail().at().plus(TIMEOUT))) {
      sent(id);
      return false;
    }
    row.dueAt(now.plus(wait(row.tries())));
    return true;
  }

  /** How many wait. */
  public long waiting() {
    return entities
        .createQuery("select count(m) from QueuedMailRow m", Long.class)
        .getSingleResult();
  }

  static Duration wait(int tries) {
    Duration doubled = SHORTEST_WAIT.multipliedBy(1L << Math.min(10, Math.max(0, tries - 1)));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }
}
