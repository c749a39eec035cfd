package org.doublelock.account.mailaddress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.OneAccount;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.QueuedMail;
import org.junit.jupiter.api.Test;

/** An address is an account's once its holder has followed a link that was mailed there. */
class MailAddressesTest extends OneAccount {

  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());
  private static final MailAddress ADDRESS = new MailAddress("anna@example.com");

  @Test
  void the_mail_goes_to_the_address_and_its_owner_is_told() {
    assertTrue(ask(ADDRESS));
    QueuedMail mail = room.outbox.queued().get(0);
    assertEquals(MailKind.ADDRESS_CONFIRMATION, mail.kind());
    assertEquals(ADDRESS.text(), mail.recipient());
    assertEquals(List.of(EventKind.ACCOUNT_OPENED, EventKind.ADDRESS_CHANGE_ASKED), told());
    assertTrue(room.in(() -> room.addresses.isAskedBy(account, mail.id())));
    room.run(() -> room.access.whatWasBegun(account));
    assertFalse(room.in(() -> room.addresses.isAskedBy(account, mail.id())), "withdrawn");
  }

  @Test
  void three_are_asked_for_in_an_hour_and_then_more() {
    Instant now = Instant.now(); // as events have it
    for (int times = 0; times < 3; times++) {
      assertTrue(ask(ADDRESS, now));
    }
    assertFalse(ask(ADDRESS, now));
    assertTrue(ask(ADDRESS, now.plus(Duration.ofHours(2))));
  }

  @Test
  void a_locked_account_and_an_ended_session_ask_for_none() {
    BearerToken session = room.signIn(account, HOME, NOW);
    room.transactions().acting().begin(session);
    assertTrue(ask(ADDRESS));
    room.run(() -> room.sessions.endAll(account));
    assertThrows(SessionEnded.class, () -> ask(ADDRESS));
    room.run(() -> room.accounts.lock(account, NOW));
    assertThrows(AccountLocked.class, () -> ask(ADDRESS));
    assertEquals(1, room.outbox.queued().size());
  }

  @Test
  void a_link_is_good_once_and_brings_its_address_and_language() {
    BearerToken link = mailed(account, ADDRESS);
    assertTrue(confirm(account, link));
    assertEquals(Optional.of(new AccountMail(ADDRESS, "nl")), of(account));
    assertEquals(List.of(EventKind.ACCOUNT_OPENED, EventKind.ADDRESS_CHANGED), told());
    assertFalse(confirm(account, link));
  }

  @Test
  void a_link_that_is_followed_in_a_session_that_was_ended_is_not_used() {
    BearerToken link = mailed(account, ADDRESS);
    room.transactions().acting().begin(BearerToken.random());
    assertThrows(SessionEnded.class, () -> confirm(account, link));
    room.transactions().acting().begin(room.signIn(account, HOME, NOW));
    assertTrue(confirm(account, link));
  }

  @Test
  void a_locked_accounts_link_gives_nothing() {
    BearerToken link = mailed(account, ADDRESS);
    room.run(() -> room.accounts.lock(account, NOW));
    assertFalse(confirm(account, link));
    assertEquals(Optional.empty(), of(account));
  }

  @Test
  void an_address_that_another_account_has_or_is_called_like_is_not_given() {
    AccountId other = room.open("bert@example.com", NOW);
    room.run(() -> room.addresses.set(other, new AccountMail(ADDRESS, "en"), NOW));
    assertFalse(confirm(account, mailed(account, new MailAddress("ANNA@example.com"))));
    assertFalse(confirm(account, mailed(account, new MailAddress("bert@example.com"))));
    assertTrue(confirm(other, mailed(other, new MailAddress("bert@example.com"))), "its own name");
    assertTrue(confirm(account, mailed(account, ADDRESS)), "which is free now");
  }

  @Test
  void the_database_itself_keeps_two_accounts_apart() {
    AccountId other = room.open("bert", NOW);
    AccountMail mail = new AccountMail(ADDRESS, "en");
    room.run(() -> room.addresses.set(other, mail, NOW));
    assertThrows(
        PersistenceException.class, () -> room.run(() -> room.addresses.set(account, mail, NOW)));
    assertEquals(Optional.empty(), of(account));
  }

  private boolean ask(MailAddress address) {
    return ask(address, NOW);
  }

  private boolean ask(MailAddress address, Instant now) {
    return room.in(() -> room.addresses.askToConfirm(account, address, "en", now));
  }

  private BearerToken mailed(AccountId to, MailAddress address) {
    MailedLink link = MailedLink.of(LinkPurpose.ADDRESS, to, "nl").to(address);
    return room.in(() -> room.links.issue(link, NOW));
  }

  private boolean confirm(AccountId of, BearerToken link) {
    return room.in(() -> room.addresses.confirm(of, link, NOW));
  }

  private Optional<AccountMail> of(AccountId id) {
    return room.in(() -> room.addresses.of(id));
  }

  private List<EventKind> told() {
    return room.events(account);
  }
}
