package org.doublelock.account.registration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.UserName;
import org.doublelock.account.session.ActingSession;
import org.doublelock.vault.PasswordHash;

/** Opening accounts for others, by who is signed in. */
@Stateless
public class OpeningForOthers {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private ActingSession acting;

  public OpeningForOthers() {
    // for the container
  }

  /** Without a container. */
  public OpeningForOthers(EntityManager entities, Accounts accounts, ActingSession acting) {
    this.entities = entities;
    this.accounts = accounts;
    this.acting = acting;
  }

  /**
   * {@link Accounts#openUnlessTaken}, where the session that asks is open.
   *
   * @throws org.doublelock.account.session.SessionEnded when it has been ended by now
   */
  public Optional<Account> openUnlessTaken(UserName name, PasswordHash password, Instant now) {
    acting.holdOwn(entities);
    accounts.holdOpening();
    acting.requireOpen(entities); // again: the identity provider ends sessions under this lock
    return accounts.openUnlessTaken(name, password, now);
  }
}
