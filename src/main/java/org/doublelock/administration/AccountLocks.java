package org.doublelock.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.KeyEpoch;

/**
 * Locking accounts. From the commit on nobody is signed in to a locked account or signs in to it,
 * and every call with its keys is refused, on any node. Nothing of it is lost.
 */
@Stateless
public class AccountLocks {

  @Inject private SeenAccounts seen;
  @Inject private Accounts accounts;
  @Inject private AccessRevocation access;
  @Inject private KeyEpoch epoch;
  @Inject private SecurityEvents events;

  public AccountLocks() {
    // for the container
  }

  AccountLocks(
      SeenAccounts seen,
      Accounts accounts,
      AccessRevocation access,
      KeyEpoch epoch,
      SecurityEvents events) {
    this.seen = seen;
    this.accounts = accounts;
    this.access = access;
    this.epoch = epoch;
    this.events = events;
  }

  /**
   * Locks an account and ends every way into it. One that is locked stays as it is, and nothing is
   * recorded.
   */
  public ActOutcome lock(AccountId account, StatedReason reason, Instant now) {
    // whatever else changed: who is in the account could end sessions for as long as it takes to
    // be locked out, and so keep the operator from it. Nor whether the operator's session is open:
    // a lock gives nothing to anybody
    access.hold(account); // the account's rows first: no key is made any more
    return changed(
        accounts.lock(account, now), account, reason.event(EventKind.ACCOUNT_LOCKED, account, now));
  }

  /** Unlocks an account. Calls with its keys are accepted again; its holder has to sign in. */
  public ActOutcome unlock(SeenAccount account, StatedReason reason, Instant now) {
    return changed(
        seen.hold(account) && accounts.unlock(account.id()),
        account.id(),
        reason.event(EventKind.ACCOUNT_UNLOCKED, account.id(), now));
  }

  private ActOutcome changed(boolean done, AccountId account, SecurityEvent event) {
    if (!done) {
      return ActOutcome.CHANGED;
    }
    epoch.raiseAll(account);
    access.everywhere(account);
    events.record(event);
    return ActOutcome.DONE;
  }
}
