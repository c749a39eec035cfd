package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.Outbox;
import org.doublelock.mail.QueuedMail;

/**
 * Another password for someone who has forgotten theirs, through their mailbox. Asking does the
 * same for every name, known or not. The account's second factors stay: a mailbox is not one of
 * them.
 */
@Stateless
public class PasswordReset {

  @Inject private Accounts accounts;
  @Inject private MailedLinks links;
  @Inject private SignInAddresses networks;
  @Inject private OpenSessions sessions;
  @Inject private KnownBrowsers browsers;
  @Inject private Outbox outbox;

  public PasswordReset() {
    // for the container
  }

  PasswordReset(
      Accounts accounts,
      MailedLinks links,
      SignInAddresses networks,
      OpenSessions sessions,
      KnownBrowsers browsers,
      Outbox outbox) {
    this.accounts = accounts;
    this.links = links;
    this.networks = networks;
    this.sessions = sessions;
    this.browsers = browsers;
    this.outbox = outbox;
  }

  /**
   * Sends a mail to the account's holder, if there is such an account.
   *
   * @param typed a user name or an address, at most 254 characters
   * @return false when too many have been asked for from the visitor's network
   */
  public boolean ask(String typed, String language, Visitor visitor, Instant now) {
    if (networks.isLocked(visitor.address(), now)) {
      return false;
    }
    networks.failed(visitor.address(), now);
    outbox.queue(
        QueuedMail.asked(MailKind.PASSWORD_RESET, Optional.empty(), typed.strip(), language, now));
    return true;
  }

  /** The account that was meant, if it may be used. */
  public Optional<Account> meant(String typed) {
    return accounts.findByNameOrAddress(typed).filter(Account::isEnabled);
  }

  /** Whose password the link may change, if it still works. */
  public Optional<Account> accountOf(BearerToken token, Instant now) {
    return accountOf(links.find(token, LinkPurpose.PASSWORD_RESET, now));
  }

  /**
   * Changes the password of the account that a link was mailed to, and signs everybody out of it.
   *
   * @param password one that the caller has found good enough
   * @return empty when the link is not good (any more)
   */
  public Optional<Account> complete(BearerToken token, String password, Instant now) {
    Optional<Account> account = accountOf(links.use(token, LinkPurpose.PASSWORD_RESET, now));
    account
        .map(Account::id)
        .ifPresent(
            id -> {
              accounts.resetPassword(id, password);
              links.forget(id, LinkPurpose.PASSWORD_RESET);
              sessions.endAll(id);
              browsers.forgetAll(id);
            });
    return account;
  }

  private Optional<Account> accountOf(Optional<MailedLink> link) {
    return link.flatMap(MailedLink::account).flatMap(accounts::find).filter(Account::isEnabled);
  }
}
