package org.doublelock.account.mailaddress;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.Accounts;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.UserName;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.account.session.ActingSession;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.Outbox;
import org.doublelock.mail.QueuedMail;

/** The mail addresses that accounts' holders have shown to be theirs. No two have the same. */
@Stateless
public class MailAddresses {

  private static final int MAX_IN_AN_HOUR = 3;
  private static final Duration HOUR = Duration.ofHours(1);

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private MailedLinks links;
  @Inject private AccessRevocation access;
  @Inject private Outbox outbox;
  @Inject private SecurityEvents events;
  @Inject private ActingSession acting;

  public MailAddresses() {
    // for the container
  }

  /** Without a container. */
  public MailAddresses(
      EntityManager entities,
      Accounts accounts,
      MailedLinks links,
      AccessRevocation access,
      Outbox outbox,
      SecurityEvents events,
      ActingSession acting) {
    this.entities = entities;
    this.accounts = accounts;
    this.links = links;
    this.access = access;
    this.outbox = outbox;
    this.events = events;
    this.acting = acting;
  }

  public Optional<AccountMail> of(AccountId account) {
    return Optional.ofNullable(entities.find(AccountMailRow.class, account.value()))
        .map(AccountMailRow::mail);
  }

  /**
   * Sends a link to an address that the account's holder says is theirs. The one before it is told
   * at once, since whoever asks may be a thief.
   *
   * @return false when as many were asked for within the last hour as anyone needs; nothing is sent
   *     then, to either address
   * @throws AccountLocked when an operator has locked the account meanwhile
   * @throws SessionEnded when the session that asks has been ended meanwhile
   */
  public boolean askToConfirm(
      AccountId account, MailAddress address, String language, Instant now) {
    if (!accounts.held(account).isEnabled()) { // held, to count those who ask at once too
      throw new AccountLocked();
    }
    acting.requireOpen(entities);
    long asked = events.number(account.value(), EventKind.ADDRESS_CHANGE_ASKED, now.minus(HOUR));
    if (asked >= MAX_IN_AN_HOUR) {
      return false;
    }
    events.record(EventKind.ADDRESS_CHANGE_ASKED, account.value(), address.text());
    outbox.queue(
        QueuedMail.asked(
            MailKind.ADDRESS_CONFIRMATION,
            Optional.of(account.value()),
            address.text(),
            language,
            now));
    return true;
  }

  /**
   * Whether that mail is to be sent still, and its link good. The account is held, as by whoever
   * ends what was asked for: so a link is made before that, and ends with it, or not at all.
   */
  public boolean isAskedBy(AccountId account, UUID mail) {
    accounts.held(account);
    return outbox.holds(mail);
  }

  /**
   * Takes the address that a link was sent to. The one before it is told, since whoever reads that
   * may not be who changed it; and links that were mailed there give nothing any more.
   *
   * @param account of whoever is signed in where the link is followed
   * @return false when the link is not good (any more) or not that account's, when another account
   *     has the address or is called like it, and when the account is locked
   * @throws SessionEnded when the session that asks has been ended meanwhile
   */
  public boolean confirm(AccountId account, BearerToken token, Instant now) {
    // the account is held before its link, in the order of everything that ends links
    if (!access.hold(account).isEnabled() || !isOf(account, token, now)) {
      return false;
    }
    acting.requireOpen(entities);
    accounts.holdOpening(); // another account may take the same address now
    Optional<MailedLink> link = links.use(token, LinkPurpose.ADDRESS, now);
    Optional<MailAddress> address = link.flatMap(MailedLink::address);
    if (address.isEmpty() || isAnothers(address.get(), account)) {
      return false;
    }
    events.record(EventKind.ADDRESS_CHANGED, account.value(), address.get().text());
    set(account, new AccountMail(address.get(), link.get().language()), now);
    access.whatWasBegun(account);
    return true;
  }

  /** As its address or as its name, which wins wherever people type either. */
  private boolean isAnothers(MailAddress address, AccountId account) {
    return Stream.of(
            accounts.findByAddress(address),
            UserName.parse(address.text()).flatMap(accounts::findByName))
        .flatMap(Optional::stream)
        .anyMatch(owner -> !owner.id().equals(account));
  }

  /** Whether the link works and is that account's. */
  private boolean isOf(AccountId account, BearerToken token, Instant now) {
    return links.accountOf(token, LinkPurpose.ADDRESS, now).filter(account::equals).isPresent();
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
