package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Another password for an account, and the end of whatever the one before it opened. */
@Stateless
public class PasswordChange {

  @Inject private Accounts accounts;
  @Inject private AccessRevocation access;

  public PasswordChange() {
    // for the container
  }

  PasswordChange(Accounts accounts, AccessRevocation access) {
    this.accounts = accounts;
    this.access = access;
  }

  /**
   * Changes it for someone who is signed in and stays so, there alone.
   *
   * @param password one that the caller has found good enough
   * @throws AccountLocked when an operator has locked the account meanwhile
   */
  public void byHolder(AccountId account, String password, BearerToken session, Visitor visitor) {
    if (!access.hold(account).isEnabled()) {
      throw new AccountLocked();
    }
    access.everywhereElse(account, session, visitor);
    accounts.changePassword(account, password);
  }

  /** Changes it for someone who has forgotten theirs, and signs everybody out. */
  public void byReset(AccountId account, String password) {
    access.everywhere(account);
    accounts.resetPassword(account, password);
  }

  /** Gives an account that password; where there is no such account, opens it. */
  public Account openOrReset(UserName name, String password, Instant now) {
    Optional<Account> existing = accounts.findByName(name);
    existing
        .map(Account::id)
        .filter(id -> !accounts.hasPassword(id, password))
        .ifPresent(id -> byReset(id, password));
    return existing.orElseGet(() -> accounts.open(name, password, now));
  }
}
