package org.doublelock.account.password;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.UserName;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.SignInAddresses;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.Outbox;
import org.doublelock.mail.QueuedMail;
import org.doublelock.vault.PasswordHash;

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
  @Inject private AccessRevocation access;
  @Inject private PasswordChange passwords;
  @Inject private LocalSignIn local;
  @Inject private Outbox outbox;

  public PasswordReset() {
    // for the container
  }

  /** Without a container. */
  public PasswordReset(
      Accounts accounts,
      MailedLinks links,
      SignInAddresses networks,
      AccessRevocation access,
      PasswordChange passwords,
      LocalSignIn local,
      Outbox outbox) {
    this.accounts = accounts;
    this.links = links;
    this.networks = networks;
    this.access = access;
    this.passwords = passwords;
    this.local = local;
    this.outbox = outbox;
  }

  /**
   * Sends a mail to the account's holder, if there is such an account. What can be neither a name
   * nor an address is only counted: it may hold what a database cannot keep.
   *
   * @param typed a user name or an address, at most 254 characters
   * @return false when too many have been asked for from the visitor's network
   */
  public boolean ask(String typed, String language, Visitor visitor, Instant now) {
    if (networks.isLocked(visitor.address(), now)) {
      return false;
    }
    networks.failed(visitor.address(), now);
    if (UserName.parse(typed).isPresent() || MailAddress.parse(typed).isPresent()) {
      outbox.queue(
          QueuedMail.asked(
              MailKind.PASSWORD_RESET, Optional.empty(), typed.strip(), language, now));
    }
    return true;
  }

  /** Sends one to the holder of an account without being asked by them. */
  public void send(Account account, String language, Instant now) {
    outbox.queue(
        QueuedMail.asked(
            MailKind.PASSWORD_RESET, Optional.empty(), account.userName(), language, now));
  }

  /**
   * The account that was meant, if it may be used. Held until the caller's transaction ends: so a
   * link made for it goes to the address that it has then, and dies when that changes.
   */
  public Optional<Account> meant(String typed) {
    return accounts
        .findByNameOrAddress(typed)
        .map(Account::id)
        .map(accounts::held)
        .filter(this::mayHaveOne);
  }

  /** Whose password the link may change, if it still works. */
  public Optional<Account> accountOf(BearerToken token, Instant now) {
    return accountOf(links.find(token, LinkPurpose.PASSWORD_RESET, now));
  }

  /**
   * Changes the password of the account that a link was mailed to, and ends every way into it.
   *
   * @param password one that the caller has found good enough
   * @return empty when the link is not good (any more)
   */
  public Optional<Account> complete(BearerToken token, PasswordHash password, Instant now) {
    // the account is held before its link, in the order of everything that ends links
    links.accountOf(token, LinkPurpose.PASSWORD_RESET, now).ifPresent(access::hold);
    Optional<Account> account = accountOf(links.use(token, LinkPurpose.PASSWORD_RESET, now));
    account.map(Account::id).ifPresent(id -> passwords.byReset(id, password));
    return account;
  }

  private Optional<Account> accountOf(Optional<MailedLink> link) {
    return link.flatMap(MailedLink::account).flatMap(accounts::find).filter(this::mayHaveOne);
  }

  /** Nobody is given a password that would not sign them in. */
  private boolean mayHaveOne(Account account) {
    return account.isEnabled() && local.isOpenTo(account);
  }
}
