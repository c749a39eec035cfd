package org.doublelock.account.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.SignInRow;
import org.doublelock.account.SignInState;

/**
 * The browser session that a request comes in. It was open when the request came, and may be ended
 * while the request waits for whoever ends it; so what gives something asks again, under a lock
 * that ending a session takes too. Calls of the API and timers come in none.
 */
@RequestScoped
public class ActingSession {

  private BearerToken token;

  /** Notes in which open session the request comes. */
  public void begin(BearerToken open) {
    this.token = open;
  }

  /**
   * {@link SignInRow#holdForOwner} for what is asked for in this session.
   *
   * @throws org.doublelock.account.AccountLocked when an operator has locked the account by now
   * @throws SessionEnded when the session has been ended by now
   */
  public SignInState hold(EntityManager entities, AccountId account) {
    SignInState state = SignInRow.holdForOwner(entities, account);
    requireOpen(entities);
    return state;
  }

  /**
   * Holds the account of the session, which whoever ends its sessions waits for, and lets others
   * hold it so too. What is asked for in no session holds nothing.
   *
   * @throws SessionEnded when the session has been ended by now
   */
  public void holdOwn(EntityManager entities) {
    own(entities).ifPresent(account -> share(entities, account));
    requireOpen(entities);
  }

  /**
   * The same for what is done to the account of somebody else, which is held alone. The two are
   * held in the order of their ids, each after what its sign-ins are decided by: of two who act on
   * each other one waits, and not both.
   *
   * @throws SessionEnded when the session has been ended by now
   */
  public void holdBeside(EntityManager entities, AccountId other) {
    SignInRow.hold(entities, other);
    Optional<AccountId> own = own(entities).filter(account -> !account.equals(other));
    boolean ownFirst = own.filter(account -> isBefore(account, other)).isPresent();
    if (ownFirst) {
      share(entities, own.get());
    }
    entities.find(Account.class, other.value(), LockModeType.PESSIMISTIC_WRITE);
    if (!ownFirst) {
      own.ifPresent(account -> share(entities, account));
    }
    requireOpen(entities);
  }

  private static boolean isBefore(AccountId one, AccountId other) {
    return one.value().compareTo(other.value()) < 0;
  }

  private static void share(EntityManager entities, AccountId account) {
    entities.find(Account.class, account.value(), LockModeType.PESSIMISTIC_READ);
  }

  /** Whose session it is; of nobody where it has been ended. */
  private Optional<AccountId> own(EntityManager entities) {
    return Optional.ofNullable(token).stream()
        .flatMap(
            open ->
                entities
                    .createQuery(
                        "select s.accountId from OpenSessionRow s where s.tokenHash = :hash",
                        UUID.class)
                    .setParameter("hash", open.hash())
                    .getResultStream())
        .map(AccountId::new)
        .findFirst();
  }

  /**
   * To be called where the row of the account, or the one that its sign-ins are decided by, is
   * locked.
   *
   * @throws SessionEnded when the session has been ended by now
   */
  public void requireOpen(EntityManager entities) {
    if (token == null) {
      return;
    }
    boolean ended =
        entities
            .createQuery("select s.id from OpenSessionRow s where s.tokenHash = :hash", UUID.class)
            .setParameter("hash", token.hash())
            .getResultList()
            .isEmpty();
    if (ended) {
      throw new SessionEnded();
    }
  }
}
