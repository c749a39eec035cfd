package org.doublelock.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.password.PasswordReset;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.apikey.KeyEpoch;

/**
 * What an operator can do to an account, by the word for it in addresses and messages. Each act
 * ends every way into the account.
 */
@Stateless
public class OperatorActs {

  @Inject private SeenAccounts seen;
  @Inject private Accounts accounts;
  @Inject private AccessRevocation access;
  @Inject private KeyEpoch epoch;
  @Inject private AccountFactors factors;
  @Inject private IdentityLinks links;
  @Inject private LocalSignIn local;
  @Inject private MailAddresses addresses;
  @Inject private PasswordReset resets;
  @Inject private SecurityEvents events;

  public OperatorActs() {
    // for the container
  }

  OperatorActs(
      SeenAccounts seen,
      Accounts accounts,
      AccessRevocation access,
      KeyEpoch epoch,
      AccountFactors factors,
      IdentityLinks links,
      LocalSignIn local,
      MailAddresses addresses,
      PasswordReset resets,
      SecurityEvents events) {
    this.seen = seen;
    this.accounts = accounts;
    this.access = access;
    this.epoch = epoch;
    this.factors = factors;
    this.links = links;
    this.local = local;
    this.addresses = addresses;
    this.resets = resets;
    this.events = events;
  }

  /**
   * Does it and records it with its reason, where the account is as the operator saw it. One that
   * is locked already, or is not locked, stays as it is, and nothing is recorded.
   */
  public ActOutcome carryOut(String act, SeenAccount account, StatedReason reason, Instant now) {
    AccountId id = account.id();
    if (act.equals("lock")) {
      // whatever else changed: who is in the account could end sessions for as long as it takes to
      // be locked out, and so keep the operator from it. Nor whether the operator's session is
      // open: a lock gives nothing to anybody
      access.hold(id); // the account's rows first: no key is made any more
    } else if (!seen.hold(account)) {
      return ActOutcome.CHANGED;
    }
    Optional<EventKind> done =
        switch (act) {
          case "lock" -> turned(accounts.lock(id, now), id, EventKind.ACCOUNT_LOCKED);
          case "unlock" -> turned(accounts.unlock(id), id, EventKind.ACCOUNT_UNLOCKED);
          case "reset" -> reset(id);
          case "release" -> release(id, now);
          case "admit" -> admit(id, now);
          default -> throw new IllegalArgumentException("there is no " + act);
        };
    done.ifPresent(kind -> events.record(reason.event(kind, id, now)));
    return done.isPresent() ? ActOutcome.DONE : ActOutcome.CHANGED;
  }

  /**
   * From the commit on nobody is signed in to a locked account or signs in to it, and every call
   * with its keys is refused, on any node. Nothing of it is lost. Calls with the keys of one that
   * was unlocked are accepted again; its holder has to sign in.
   */
  private Optional<EventKind> turned(boolean done, AccountId account, EventKind kind) {
    if (!done) {
      return Optional.empty();
    }
    epoch.raiseAll(account);
    access.everywhere(account);
    return Optional.of(kind);
  }

  /**
   * Takes the sign-in 2FA, recovery codes too, away from someone who has lost all of it and has
   * shown to the operator who they are. The password alone signs in then; the second factors of
   * keys stay.
   */
  private Optional<EventKind> reset(AccountId account) {
    factors.removeAll(account);
    access.everywhere(account);
    return Optional.of(EventKind.SIGN_IN_FACTORS_RESET);
  }

  /**
   * Makes an account nobody's at the provider, as where its issuer has changed or is gone, and
   * mails its holder a link to choose a password with, where they have an address and a password
   * would sign them in.
   */
  private Optional<EventKind> release(AccountId account, Instant now) {
    Account held = accounts.held(account);
    links.release(account);
    access.everywhere(account);
    if (local.isOpenTo(held)) {
      addresses
          .of(account)
          .map(AccountMail::language)
          .ifPresent(language -> resets.send(held, language, now));
    }
    return Optional.of(EventKind.IDENTITY_RELEASED);
  }

  /**
   * Lets the person who is called as the account is at the provider have it, if they sign in within
   * a day: because their link was ended, or their password is good for nothing now.
   */
  private Optional<EventKind> admit(AccountId account, Instant now) {
    access.everywhere(account); // first: it ends admissions as well
    links.admit(account, now);
    return Optional.of(EventKind.IDENTITY_ADMITTED);
  }
}
