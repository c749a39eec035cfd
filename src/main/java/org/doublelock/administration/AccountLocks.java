package org.doublelock.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.LinkPurpose;
import org.doublelock.account.MailedLinks;
import org.doublelock.account.OpenSessions;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.secondfactor.Removals;

/**
 * Locking accounts. From the commit on nobody is signed in to a locked account or signs in to it,
 * and none of its keys is answered, on any node. Nothing of it is lost.
 */
@Stateless
public class AccountLocks {

  @Inject private Accounts accounts;
  @Inject private OpenSessions sessions;
  @Inject private MailedLinks links;
  @Inject private KeyEpoch epoch;
  @Inject private Removals removals;
  @Inject private SecurityEvents events;

  public AccountLocks() {
    // for the container
  }

  AccountLocks(
      Accounts accounts,
      OpenSessions sessions,
      MailedLinks links,
      KeyEpoch epoch,
      Removals removals,
      SecurityEvents events) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.links = links;
    this.epoch = epoch;
    this.removals = removals;
    this.events = events;
  }

  /**
   * Locks an account, and leaves the second factors on that were about to be switched off for a
   * lost device. One that is locked stays as it is, and nothing is recorded.
   */
  public void lock(AccountId account, StatedReason reason, Instant now) {
    // the account's row first: no key is made any more, and the epochs of all are raised
    if (accounts.lock(account, now)) {
      epoch.raiseAll(account);
      removals.askedFor(account).forEach(removals::stop);
      endWaysIn(account);
      events.record(reason.event(EventKind.ACCOUNT_LOCKED, account, now));
    }
  }

  /** Unlocks an account. Its keys are answered again, and its holder has to sign in. */
  public void unlock(AccountId account, StatedReason reason, Instant now) {
    if (accounts.unlock(account)) {
      epoch.raiseAll(account);
      endWaysIn(account);
      events.record(reason.event(EventKind.ACCOUNT_UNLOCKED, account, now));
    }
  }

  /** What somebody may have begun who is the reason for it. Links that only take away stay. */
  private void endWaysIn(AccountId account) {
    sessions.endAll(account);
    links.forget(account, LinkPurpose.ADDRESS);
    links.forget(account, LinkPurpose.PASSWORD_RESET);
  }
}
