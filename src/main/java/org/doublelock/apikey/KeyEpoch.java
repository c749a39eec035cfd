package org.doublelock.apikey;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.UUID;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.session.ActingSession;
import org.doublelock.account.session.SessionEnded;

/**
 * The number that goes up with every change to a key or to its second factor. A call is accepted
 * only at the epoch it was decided on, so no node can let one through on what it remembers.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class KeyEpoch {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private ActingSession acting;

  public KeyEpoch() {
    // for the container
  }

  KeyEpoch(EntityManager entities, ActingSession acting) {
    this.entities = entities;
    this.acting = acting;
  }

  /** Makes the row that decides the calls of a new key. */
  public void begin(ApiKeyId key) {
    entities.flush(); // the key's own row comes first
    ofKey(
            "insert into api_key_call_state (api_key_id, epoch, last_nonce, nonce_floor, failures,"
                + " locked_until, last_time_step, last_used_at)"
                + " values (:key, 1, :lowest, :lowest, 0, 0, 0, 0)",
            key)
        .setParameter("lowest", Long.MIN_VALUE)
        .executeUpdate();
  }

  /**
   * Waits for calls being decided now and holds back others until the transaction ends. To be
   * called before anything of the key is locked: a call locks this row first too, and then, by a
   * foreign key, the key's own, so any other order could end in a deadlock.
   *
   * @return false when the key is deleted by now
   */
  public boolean hold(ApiKeyId key) {
    ofKey("select epoch from api_key_call_state where api_key_id = :key for update", key)
        .getResultList();
    return isAny("select k.id from ApiKey k where k.id = :key and k.deletedAt is null", key);
  }

  /**
   * The same for what the key's owner asks for. Whoever deletes a key or locks its account holds
   * this row too, and whoever ends sessions the account's, so each is seen from here on.
   *
   * @throws KeyDeleted when the key is deleted by now
   * @throws AccountLocked when the owner's account is locked by now
   * @throws SessionEnded when the session that asks has been ended by now
   */
  public void holdForOwner(ApiKeyId key) {
    shareOwner(key);
    if (!hold(key)) {
      throw new KeyDeleted();
    }
    if (isAny(
        "select a.id from Account a, ApiKey k"
            + " where k.id = :key and a.id = k.accountId and a.disabledAt is not null",
        key)) {
      throw new AccountLocked();
    }
    acting.requireOpen(entities);
  }

  /** Keeps those off who hold the account's row for themselves, and nobody else. */
  private void shareOwner(ApiKeyId key) {
    entities
        .createQuery("select k.accountId from ApiKey k where k.id = :key", UUID.class)
        .setParameter("key", key.value())
        .getResultStream()
        .forEach(owner -> entities.find(Account.class, owner, LockModeType.PESSIMISTIC_READ));
  }

  private boolean isAny(String query, ApiKeyId key) {
    return !entities
        .createQuery(query, UUID.class)
        .setParameter("key", key.value())
        .getResultList()
        .isEmpty();
  }

  /** To be called in the transaction that changes the key; waits for calls being decided now. */
  public void raise(ApiKeyId key) {
    ofKey("update api_key_call_state set epoch = epoch + 1 where api_key_id = :key", key)
        .executeUpdate();
  }

  /**
   * The same where the nonce window changes: whatever was accepted under the old window stays
   * behind a floor, since nothing remembers which nonces below the highest one were used.
   */
  public void raiseWithNewWindow(ApiKeyId key) {
    ofKey(
            "update api_key_call_state set epoch = epoch + 1, nonce_floor = last_nonce"
                + " where api_key_id = :key",
            key)
        .executeUpdate();
    ofKey("delete from api_key_used_nonce where api_key_id = :key", key).executeUpdate();
  }

  /**
   * The same where the key's only secret is a new one: nonces start anew, since no call that was
   * made before is signed by it. To be called only where no older secret signs beside it.
   */
  public void raiseWithNoncesAnew(ApiKeyId key) {
    ofKey(
            "update api_key_call_state set epoch = epoch + 1, last_nonce = :lowest,"
                + " nonce_floor = :lowest where api_key_id = :key",
            key)
        .setParameter("lowest", Long.MIN_VALUE)
        .executeUpdate();
    for (String table : new String[] {"api_key_used_nonce", "api_key_refused_nonce"}) {
      ofKey("delete from " + table + " where api_key_id = :key", key).executeUpdate();
    }
  }

  /**
   * The same where the second factor changes: earlier failures do not count against a new one.
   *
   * @param usedStep the time step of the code that confirmed the new factor, which counts as used
   */
  public void raiseWithNewFactor(ApiKeyId key, long usedStep) {
    ofKey(
            "update api_key_call_state set epoch = epoch + 1, failures = 0, locked_until = 0,"
                + " guesses_forgotten_at = 0, last_time_step = :step where api_key_id = :key",
            key)
        .setParameter("step", usedStep)
        .executeUpdate();
  }

  /**
   * Spends a time step of the key's factor, in the record that its calls are decided by: a code is
   * single-use in the browser, and a strict one was perhaps used by a call.
   *
   * @return false when the step, or a later one, has been spent before
   */
  public boolean spendTimeStep(ApiKeyId key, long step) {
    return ofKey(
                "update api_key_call_state set last_time_step = :step"
                    + " where api_key_id = :key and last_time_step < :step",
                key)
            .setParameter("step", step)
            .executeUpdate()
        == 1;
  }

  /**
   * {@link #hold} for every key of an account, in the order in which calls that are decided
   * together hold them.
   */
  public void holdAll(AccountId owner) {
    entities
        .createNativeQuery(
            "select epoch from api_key_call_state where api_key_id in"
                + " (select id from api_key where account_id = :owner)"
                + " order by api_key_id for update",
            Long.class)
        .setParameter("owner", owner.value())
        .getResultList();
  }

  /** {@link #raise} for every key of an account, when the account itself changes. */
  public void raiseAll(AccountId owner) {
    holdAll(owner);
    entities
        .createNativeQuery(
            "update api_key_call_state set epoch = epoch + 1 where api_key_id in"
                + " (select id from api_key where account_id = :owner)")
        .setParameter("owner", owner.value())
        .executeUpdate();
  }

  private Query ofKey(String statement, ApiKeyId key) {
    return entities.createNativeQuery(statement).setParameter("key", key.value());
  }
}
