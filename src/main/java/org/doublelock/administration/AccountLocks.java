package org.doublelock.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.KeyEpoch;

/**
 * Locking accounts. From the commit on nobody is signed in to a locked account or signs in to it,
 * and every call with its keys is refused, on any node. Nothing of it is lost.
 */
@Stateless
public class AccountLocks {

  @Inject private Accounts accounts;
  @Inject private AccessRevocation access;
  @Inject private KeyEpoch epoch;
  @Inject private SecurityEvents events;

  public AccountLocks() {
    // for the container
  }

  AccountLocks(Accounts accounts, AccessRevocation access, KeyEpoch epoch, SecurityEvents events) {
    this.accounts = accounts;
    this.access = access;
    this.epoch = epoch;
    this.events = events;
  }

  /**
   * Locks an account and ends every way into it. One that is locked stays as it is, and nothing is
   * recorded.
   */
  public void lock(AccountId account, StatedReason reason, Instant now) {
    // the account's rows first: no key is made any more, and the epochs of all are raised
    access.hold(account);
    if (accounts.lock(account, now)) {
      epoch.raiseAll(account);
      access.everywhere(account);
      events.record(reason.event(EventKind.ACCOUNT_LOCKED, account, now));
    }
  }

  /** Unlocks an account. Calls with its keys are accepted again; its holder has to sign in. */
  public void unlock(AccountId account, StatedReason reason, Instant now) {
    access.hold(account);
    if (accounts.unlock(account)) {
      epoch.raiseAll(account);
      access.everywhere(account);
      events.record(reason.event(EventKind.ACCOUNT_UNLOCKED, account, now));
    }
  }
}
