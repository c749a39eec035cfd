package org.doublelock.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.MailText;
import org.doublelock.mail.OutboxOn;
import org.doublelock.mail.QueuedMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answers to who asked for a mail: to whom they go, and what their links do. */
class RequestComposerTest extends OneOwner {

  private static final String STRANGER = "bert@example.com";

  private RequestComposer composer;
  private OutboxOn outbox;

  @BeforeEach
  void compose() {
    outbox = new OutboxOn(transactions, NOW);
    composer =
        new RequestComposer(
            WORDS,
            links,
            accounts.registration(outbox),
            accounts.passwordReset(outbox),
            accounts.addresses());
  }

  @Test
  void who_wants_an_account_gets_a_link_that_opens_one() {
    MailText mail = compose(MailKind.REGISTRATION, STRANGER, NOW).orElseThrow();
    assertEquals(STRANGER, mail.to());
    MailedLink link = link(mail, "/register/confirm", LinkPurpose.REGISTRATION);
    assertEquals(STRANGER, link.address().orElseThrow().text());
    assertEquals("en", link.language());
  }

  @Test
  void who_has_one_is_told_so_and_gets_no_link_that_opens_another() {
    confirmAddress();
    MailText mail = compose(MailKind.REGISTRATION, "anna@example.com", NOW).orElseThrow();
    assertTrue(mail.body().contains("https://keys.example.com/forgotten-password\n"), mail.body());
    assertFalse(mail.body().contains("token="), mail.body());
  }

  @Test
  void whoever_forgot_a_password_gets_the_link_at_the_accounts_own_address() {
    confirmAddress();
    for (String typed : new String[] {"anna", " ANNA@example.com"}) {
      MailText mail = compose(MailKind.PASSWORD_RESET, typed, NOW).orElseThrow();
      assertEquals(ADDRESS.text(), mail.to());
      MailedLink link = link(mail, "/forgotten-password/confirm", LinkPurpose.PASSWORD_RESET);
      assertEquals(Optional.of(owner), link.account());
    }
  }

  @Test
  void nothing_is_sent_where_there_is_no_account_no_address_or_a_lock() {
    assertEquals(Optional.empty(), compose(MailKind.PASSWORD_RESET, STRANGER, NOW));
    assertEquals(Optional.empty(), compose(MailKind.PASSWORD_RESET, "not an address", NOW));
    assertEquals(Optional.empty(), compose(MailKind.REGISTRATION, "not an address", NOW));
    assertEquals(Optional.empty(), compose(MailKind.PASSWORD_RESET, "anna", NOW), "no address");
    confirmAddress();
    transactions.in(() -> accounts.accounts().lock(owner, NOW));
    assertEquals(Optional.empty(), compose(MailKind.PASSWORD_RESET, "anna", NOW));
  }

  @Test
  void an_address_is_confirmed_from_where_it_was_sent_to() {
    QueuedMail asked =
        QueuedMail.asked(
            MailKind.ADDRESS_CONFIRMATION, Optional.of(owner.value()), STRANGER, "nl", NOW);
    queue(asked);
    MailText mail = compose(asked, NOW).orElseThrow();
    assertEquals(STRANGER, mail.to());
    MailedLink link = link(mail, "/mail-address/confirm", LinkPurpose.ADDRESS);
    assertEquals(Optional.of(owner), link.account());
    assertEquals(STRANGER, link.address().orElseThrow().text());
    assertEquals("nl", link.language());
  }

  @Test
  void a_node_that_has_the_mail_in_its_hands_makes_no_link_once_what_was_begun_is_ended() {
    QueuedMail asked =
        QueuedMail.asked(
            MailKind.ADDRESS_CONFIRMATION, Optional.of(owner.value()), STRANGER, "nl", NOW);
    queue(asked);
    transactions.in(
        () -> {
          accounts.accounts().held(owner);
          outbox.withdraw(MailKind.ADDRESS_CONFIRMATION, owner.value());
          return null;
        });
    assertEquals(Optional.empty(), compose(asked, NOW));
  }

  private void queue(QueuedMail mail) {
    transactions.in(
        () -> {
          outbox.queue(mail);
          return null;
        });
  }

  @Test
  void nobodys_mailbox_is_filled_however_often_one_asks() {
    confirmAddress();
    for (MailKind kind : new MailKind[] {MailKind.REGISTRATION, MailKind.PASSWORD_RESET}) {
      for (int times = 0; times < 3; times++) {
        assertTrue(compose(kind, ADDRESS.text(), NOW).isPresent(), kind.name());
      }
      assertEquals(Optional.empty(), compose(kind, ADDRESS.text(), NOW), kind.name());
      assertTrue(compose(kind, STRANGER, NOW).isPresent() || kind == MailKind.PASSWORD_RESET);
      Instant later = NOW.plus(Duration.ofHours(1));
      assertTrue(compose(kind, ADDRESS.text(), later).isPresent(), kind.name());
    }
  }

  private Optional<MailText> compose(MailKind kind, String recipient, Instant now) {
    return compose(QueuedMail.asked(kind, Optional.empty(), recipient, "en", now), now);
  }

  private Optional<MailText> compose(QueuedMail mail, Instant now) {
    return transactions.in(() -> composer.compose(mail, now));
  }

  private MailedLink link(MailText mail, String page, LinkPurpose purpose) {
    BearerToken token = token(mail.body(), page).orElseThrow();
    return transactions.in(() -> links.find(token, purpose, NOW)).orElseThrow();
  }
}
