package org.doublelock.account.registration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.Accounts;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.UserName;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.SignInAddresses;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.Outbox;
import org.doublelock.mail.QueuedMail;
import org.doublelock.vault.PasswordHash;

/**
 * Opening an account by oneself. Its user name is the mail address, so there is no name to be taken
 * already, and nobody learns by asking which accounts there are: asking does the same for every
 * address, and the answer is in the mail alone.
 */
@Stateless
public class Registration {

  @Inject private Accounts accounts;
  @Inject private MailAddresses addresses;
  @Inject private MailedLinks links;
  @Inject private SignInAddresses networks;
  @Inject private Outbox outbox;

  public Registration() {
    // for the container
  }

  /** Without a container. */
  public Registration(
      Accounts accounts,
      MailAddresses addresses,
      MailedLinks links,
      SignInAddresses networks,
      Outbox outbox) {
    this.accounts = accounts;
    this.addresses = addresses;
    this.links = links;
    this.networks = networks;
    this.outbox = outbox;
  }

  /** The address that was typed, if an account can be called by it. */
  public static Optional<MailAddress> parse(String typed) {
    return MailAddress.parse(typed)
        .filter(address -> UserName.parseNew(address.text()).isPresent());
  }

  /**
   * Sends a mail to the address, whatever it is.
   *
   * @return false when too many have been asked for from the visitor's network
   */
  public boolean ask(MailAddress address, String language, Visitor visitor, Instant now) {
    if (networks.isLocked(visitor.address(), now)) {
      return false;
    }
    networks.failed(visitor.address(), now);
    outbox.queue(
        QueuedMail.asked(MailKind.REGISTRATION, Optional.empty(), address.text(), language, now));
    return true;
  }

  /** Whether there is an account with that name or address. To be told in a mail to it alone. */
  public boolean isTaken(MailAddress address) {
    return accounts.findByNameOrAddress(address.text()).isPresent();
  }

  /**
   * Opens the account that a link was mailed for.
   *
   * @param password one that the caller has found good enough
   * @return empty when the link is not good (any more), or somebody has opened the account since
   */
  public Optional<Account> complete(BearerToken token, PasswordHash password, Instant now) {
    accounts.holdOpening(); // two links for one address may be followed at once
    Optional<MailedLink> link = links.use(token, LinkPurpose.REGISTRATION, now);
    Optional<MailAddress> address = link.flatMap(MailedLink::address);
    return address
        .filter(free -> !isTaken(free))
        .map(
            free -> {
              Account account = accounts.open(new UserName(free.text()), password, now);
              addresses.set(account.id(), new AccountMail(free, link.get().language()), now);
              return account;
            });
  }
}
