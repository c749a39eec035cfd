package org.doublelock.account.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.OneAccount;
import org.doublelock.account.mailaddress.AccountMail;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.SignInAddresses;
import org.doublelock.edge.Networks;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.QueuedMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account is opened by a link that was mailed to the address it is called by. */
class RegistrationTest extends OneAccount {

  private static final MailAddress ADDRESS = new MailAddress("bert@example.com");
  private static final Visitor THERE = new Visitor("203.0.113.9", "", Optional.empty());

  private Registration registration;

  @BeforeEach
  void registration() {
    registration =
        new Registration(
            room.accounts,
            room.addresses,
            room.links,
            new SignInAddresses(new Networks(64), 3, 15),
            room.outbox);
  }

  @Test
  void an_address_that_can_be_a_name_is_one_to_register() {
    assertEquals(Optional.of(ADDRESS), Registration.parse(" bert@example.com "));
    for (String typed :
        List.of("", "bert", "o'hara@example.com", "x".repeat(64) + "@example.com")) {
      assertEquals(Optional.empty(), Registration.parse(typed), typed);
    }
  }

  @Test
  void a_mail_goes_to_it_until_its_network_has_asked_for_too_many() {
    for (int times = 0; times < 3; times++) {
      assertTrue(ask(THERE));
    }
    assertFalse(ask(THERE));
    assertTrue(ask(new Visitor("198.51.100.7", "", Optional.empty())), "another network");
    List<QueuedMail> mails = room.outbox.queued();
    assertEquals(4, mails.size());
    assertEquals(MailKind.REGISTRATION, mails.get(0).kind());
    assertEquals(ADDRESS.text(), mails.get(0).recipient());
    assertEquals(Optional.empty(), mails.get(0).account());
  }

  @Test
  void the_link_opens_the_account_with_its_address_once() {
    BearerToken link = mailed(ADDRESS);
    assertFalse(isTaken(ADDRESS));
    AccountId opened = complete(link).orElseThrow().id();
    assertTrue(isTaken(ADDRESS));
    assertEquals(
        Optional.of(new AccountMail(ADDRESS, "nl")), room.in(() -> room.addresses.of(opened)));
    assertTrue(complete(link).isEmpty());
    assertTrue(complete(mailed(ADDRESS)).isEmpty(), "somebody has opened it since");
    assertTrue(complete(BearerToken.random()).isEmpty());
  }

  @Test
  void an_address_that_is_anothers_opens_nothing() {
    AccountMail theirs = new AccountMail(ADDRESS, "en");
    room.run(() -> room.addresses.set(account, theirs, NOW));
    assertTrue(complete(mailed(ADDRESS)).isEmpty());
  }

  @Test
  void one_is_not_kept_from_who_reads_it_by_a_name_that_looks_like_it() {
    room.open("b\u0435rt@example.com", NOW);
    assertTrue(complete(mailed(ADDRESS)).isPresent());
  }

  private boolean ask(Visitor visitor) {
    return room.in(() -> registration.ask(ADDRESS, "en", visitor, NOW));
  }

  private boolean isTaken(MailAddress address) {
    return room.in(() -> registration.isTaken(address));
  }

  private BearerToken mailed(MailAddress address) {
    return room.in(() -> room.links.issue(MailedLink.registration(address, "nl"), NOW));
  }

  private Optional<Account> complete(BearerToken link) {
    return room.in(() -> registration.complete(link, AccountRoom.PASSWORD_HASH, NOW));
  }
}
