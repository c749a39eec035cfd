package org.doublelock.account.password;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.Accounts;
import org.doublelock.account.BearerToken;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.account.session.Visitor;
import org.doublelock.vault.PasswordHash;

/** Another password for an account, and the end of whatever the one before it opened. */
@Stateless
public class PasswordChange {

  @Inject private Accounts accounts;
  @Inject private AccessRevocation access;

  public PasswordChange() {
    // for the container
  }

  /** Without a container. */
  public PasswordChange(Accounts accounts, AccessRevocation access) {
    this.accounts = accounts;
    this.access = access;
  }

  /**
   * Changes it for someone who is signed in and stays so, there alone.
   *
   * @param password one that the caller has found good enough
   * @throws AccountLocked when an operator has locked the account meanwhile
   * @throws SessionEnded when that session has been ended meanwhile, by another new password too
   */
  public void byHolder(
      AccountId account, PasswordHash password, BearerToken session, Visitor visitor) {
    if (!access.hold(account).isEnabled()) {
      throw new AccountLocked();
    }
    if (!access.isOpen(account, session)) {
      throw new SessionEnded();
    }
    access.everywhereElse(account, session, visitor);
    accounts.changePassword(account, password);
  }

  /** Changes it for someone who has forgotten theirs, and signs everybody out. */
  public void byReset(AccountId account, PasswordHash password) {
    access.everywhere(account);
    accounts.resetPassword(account, password);
  }
}
