package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.vault.PasswordHasher;

/** Decides whether a person is who they say, by password, with bounded guessing. */
@Stateless
public class SignIn {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private PasswordHasher passwords;

  /**
   * Checks a name and password. An unknown name, a wrong password, a disabled and a locked account
   * are not told apart, in answer or in time.
   */
  public Optional<Account> check(String typedName, String password, Instant now) {
    Optional<Account> account = UserName.parse(typedName).flatMap(accounts::findByName);
    if (account.isEmpty()) {
      passwords.verifyAbsent(password);
      return Optional.empty();
    }
    return account.filter(known -> confirm(known, password, now)).filter(Account::isEnabled);
  }

  /** Checks the password of a person who is signed in already, counted like a sign-in. */
  public boolean confirm(AccountId id, String password, Instant now) {
    return accounts.find(id).filter(known -> confirm(known, password, now)).isPresent();
  }

  private boolean confirm(Account account, String password, Instant now) {
    boolean right = passwords.verify(password, account.passwordHash());
    SignInState state =
        entities.find(SignInState.class, account.id().value(), LockModeType.PESSIMISTIC_WRITE);
    if (state.isLocked(now)) {
      return false;
    }
    if (right) {
      state.succeeded();
    } else {
      state.failed(now);
    }
    return right;
  }
}
