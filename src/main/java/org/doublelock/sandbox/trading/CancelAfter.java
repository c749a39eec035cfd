package org.doublelock.sandbox.trading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.Gate;

/** That all orders of an account are cancelled at a time, unless it is put off before. */
@Entity
@Table(name = "exchange_cancel_after")
class CancelAfter {

  @Id
  @Column(name = "account_id")
  private UUID account;

  private Instant firesAt;

  protected CancelAfter() {
    // for JPA
  }

  CancelAfter(AccountId account, Instant firesAt) {
    this.account = account.value();
    this.firesAt = firesAt;
  }

  /** Puts it off, or sets it for the first time. Comes before any lock but the gate's. */
  static void set(EntityManager database, AccountId account, Instant firesAt) {
    if (putOff(database, account, firesAt)) {
      return;
    }
    // Of two that find none, or that see it fire, one adds the row and the other puts it off.
    Gate.lock(database);
    if (!putOff(database, account, firesAt)) {
      database.persist(new CancelAfter(account, firesAt));
    }
  }

  private static boolean putOff(EntityManager database, AccountId account, Instant firesAt) {
    return database
            .createQuery("update CancelAfter c set c.firesAt = :at where c.account = :account")
            .setParameter("at", firesAt)
            .setParameter("account", account.value())
            .executeUpdate()
        > 0;
  }

  static void remove(EntityManager database, AccountId account) {
    database
        .createQuery("delete from CancelAfter c where c.account = :account")
        .setParameter("account", account.value())
        .executeUpdate();
  }

  /** The accounts whose time is over, of all or of that one. */
  static List<UUID> due(EntityManager database, Optional<AccountId> account, Instant now) {
    return database
        .createQuery("select c.account from CancelAfter c where c.firesAt <= :now", UUID.class)
        .setParameter("now", now)
        .getResultStream()
        .filter(id -> account.map(AccountId::value).filter(own -> !own.equals(id)).isEmpty())
        .toList();
  }

  /** Cancels an account's orders, unless it put that off since; tells how many there were. */
  static int fire(EntityManager database, UUID id, Instant now) {
    // Locked before any book, and by nobody who holds one.
    CancelAfter due = database.find(CancelAfter.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (due == null || due.firesAt.isAfter(now)) {
      return 0;
    }
    database.remove(due);
    return new Cancellation(database).all(new AccountId(id), now);
  }
}
