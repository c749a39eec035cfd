package org.doublelock.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/**
 * Holding the row that an account's sign-ins, factors and setups are decided by, one after the
 * other. Whoever locks the account holds it too.
 */
public final class SignInRow {

  private SignInRow() {}

  /** Waits for whoever holds it, and holds it until the transaction ends. */
  public static SignInState hold(EntityManager entities, AccountId account) {
    return entities.find(SignInState.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The same for what the account's holder asks for.
   *
   * @throws AccountLocked when an operator has locked the account by now
   */
  public static SignInState holdForOwner(EntityManager entities, AccountId account) {
    SignInState state = hold(entities, account);
    boolean locked =
        !entities
            .createQuery(
                "select a.id from Account a where a.id = :account and a.disabledAt is not null",
                UUID.class)
            .setParameter("account", account.value())
            .getResultList()
            .isEmpty();
    if (locked) {
      throw new AccountLocked();
    }
    return state;
  }
}
