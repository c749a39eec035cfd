package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.Outbox;
import org.doublelock.mail.QueuedMail;

/** The mail addresses that accounts' holders have shown to be theirs. No two have the same. */
@Stateless
public class MailAddresses {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private MailedLinks links;
  @Inject private Outbox outbox;
  @Inject private SecurityEvents events;

  public MailAddresses() {
    // for the container
  }

  MailAddresses(
      EntityManager entities,
      Accounts accounts,
      MailedLinks links,
      Outbox outbox,
      SecurityEvents events) {
    this.entities = entities;
    this.accounts = accounts;
    this.links = links;
    this.outbox = outbox;
    this.events = events;
  }

  public Optional<AccountMail> of(AccountId account) {
    return Optional.ofNullable(entities.find(AccountMailRow.class, account.value()))
        .map(AccountMailRow::mail);
  }

  /** Sends a link to an address that the account's holder says is theirs. */
  public void askToConfirm(AccountId account, MailAddress address, String language, Instant now) {
    outbox.queue(
        QueuedMail.asked(
            MailKind.ADDRESS_CONFIRMATION,
            Optional.of(account.value()),
            address.text(),
            language,
            now));
  }

  /**
   * Takes the address that a link was sent to. The one before it is told, since whoever reads that
   * may not be who changed it.
   *
   * @return whose address it is now; empty when the link is not good (any more), when another
   *     account has the address, and when the account is locked
   */
  public Optional<AccountId> confirm(BearerToken token, Instant now) {
    Optional<MailedLink> link = links.use(token, LinkPurpose.ADDRESS, now);
    Optional<AccountId> account = link.flatMap(MailedLink::account);
    Optional<MailAddress> address = link.flatMap(MailedLink::address);
    if (account.isEmpty() || address.isEmpty()) {
      return Optional.empty();
    }
    if (!accounts.held(account.get()).isEnabled()) {
      return Optional.empty();
    }
    Optional<AccountId> owner = accounts.findByAddress(address.get()).map(Account::id);
    if (owner.filter(other -> !other.equals(account.get())).isPresent()) {
      return Optional.empty();
    }
    events.record(EventKind.ADDRESS_CHANGED, account.get().value(), address.get().text());
    set(account.get(), new AccountMail(address.get(), link.get().language()), now);
    return account;
  }

  /** Gives an account its address without a question: one that was shown to be its holder's. */
  public void set(AccountId account, AccountMail mail, Instant now) {
    AccountMailRow row =
        Optional.ofNullable(entities.find(AccountMailRow.class, account.value()))
            .orElseGet(() -> new AccountMailRow(account));
    row.set(mail, now);
    entities.persist(row);
    entities.flush(); // a second account with the same address fails here
  }
}
