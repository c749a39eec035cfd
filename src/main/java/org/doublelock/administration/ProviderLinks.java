package org.doublelock.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.password.PasswordReset;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;

/**
 * What an operator does for somebody whom the identity provider signs in no more, or not yet:
 * because its issuer has changed or is gone, because their link was ended, or because they have an
 * account of their name with a password that is good for nothing now.
 */
@Stateless
public class ProviderLinks {

  @Inject private SeenAccounts seen;
  @Inject private Accounts accounts;
  @Inject private AccessRevocation access;
  @Inject private IdentityLinks links;
  @Inject private LocalSignIn local;
  @Inject private MailAddresses addresses;
  @Inject private PasswordReset resets;
  @Inject private SecurityEvents events;

  public ProviderLinks() {
    // for the container
  }

  ProviderLinks(
      SeenAccounts seen,
      Accounts accounts,
      AccessRevocation access,
      IdentityLinks links,
      LocalSignIn local,
      MailAddresses addresses,
      PasswordReset resets,
      SecurityEvents events) {
    this.seen = seen;
    this.accounts = accounts;
    this.access = access;
    this.links = links;
    this.local = local;
    this.addresses = addresses;
    this.resets = resets;
    this.events = events;
  }

  /**
   * Makes an account nobody's at the provider, ends every way into it, and mails its holder a link
   * to choose a password with, where they have an address and a password would sign them in.
   */
  public ActOutcome release(SeenAccount released, StatedReason reason, Instant now) {
    if (!seen.hold(released)) {
      return ActOutcome.CHANGED;
    }
    AccountId account = released.id();
    Account held = accounts.held(account);
    links.release(account);
    access.everywhere(account);
    if (local.isOpenTo(held)) {
      addresses
          .of(account)
          .map(AccountMail::language)
          .ifPresent(language -> resets.send(held, language, now));
    }
    events.record(reason.event(EventKind.IDENTITY_RELEASED, account, now));
    return ActOutcome.DONE;
  }

  /**
   * Ends every way into an account, and lets the person who is called as it is at the provider have
   * it, if they sign in within a day.
   */
  public ActOutcome admit(SeenAccount admitting, StatedReason reason, Instant now) {
    if (!seen.hold(admitting)) {
      return ActOutcome.CHANGED;
    }
    AccountId account = admitting.id();
    access.everywhere(account); // first: it ends admissions as well
    links.admit(account, now);
    events.record(reason.event(EventKind.IDENTITY_ADMITTED, account, now));
    return ActOutcome.DONE;
  }
}
