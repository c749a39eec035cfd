package org.doublelock.account.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
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
