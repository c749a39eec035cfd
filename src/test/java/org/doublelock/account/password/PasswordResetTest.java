package org.doublelock.account.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doublelock.account.Account;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.provider.EverybodysPassword;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.SignInAddresses;
import org.doublelock.activity.EventKind;
import org.doublelock.edge.Networks;
import org.doublelock.mail.OutboxOn;
import org.doublelock.mail.QueuedMail;
import org.doublelock.vault.PasswordHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another password through a mailbox: what the link does, once, and what it leaves alone. */
class PasswordResetTest extends OneAccount {

  private static final String NEXT = "four herons cross a wet field";
  private static final PasswordHash NEXT_HASH = AccountRoom.hash(NEXT);
  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());

  private MailedLinks links;
  private OutboxOn outbox;
  private PasswordReset resets;

  @BeforeEach
  void mail() {
    links = new MailedLinks(room.entities());
    outbox = new OutboxOn(room.transactions(), NOW);
    resets = resets(0);
  }

  @Test
  void the_link_changes_the_password_once() {
    BearerToken link = link(NOW);
    assertEquals("anna", room.in(() -> resets.accountOf(link, NOW)).orElseThrow().userName());
    assertTrue(complete(link, NOW));
    assertTrue(room.passwordOpens("anna", NEXT, HOME, NOW));
    assertFalse(room.passwordOpens("anna", AccountRoom.PASSWORD, HOME, NOW));
    assertFalse(complete(link, NOW));
    assertTrue(room.events(account).contains(EventKind.PASSWORD_RESET));
  }

  @Test
  void the_other_links_of_the_hour_work_no_more_either() {
    BearerToken first = link(NOW);
    BearerToken second = link(NOW);
    assertTrue(complete(second, NOW));
    assertFalse(complete(first, NOW));
  }

  @Test
  void of_two_that_are_followed_at_once_one_changes_it_and_the_other_is_told_so() throws Exception {
    List<BearerToken> both = List.of(link(NOW), link(NOW));
    ExecutorService threads = Executors.newFixedThreadPool(both.size());
    try {
      List<Future<Boolean>> answers =
          threads.invokeAll(
              both.stream().<Callable<Boolean>>map(link -> () -> complete(link, NOW)).toList());
      assertTrue(answers.get(0).get() ^ answers.get(1).get());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void it_works_for_an_hour() {
    BearerToken link = link(NOW);
    assertFalse(complete(link, NOW.plus(Duration.ofHours(1))));
    assertTrue(complete(link, NOW.plus(Duration.ofHours(1)).minusMillis(1)));
  }

  @Test
  void a_link_for_something_else_changes_no_password() {
    for (LinkPurpose other : LinkPurpose.values()) {
      if (other != LinkPurpose.PASSWORD_RESET && other != LinkPurpose.REGISTRATION) {
        MailedLink link = MailedLink.of(other, account, "en");
        assertFalse(complete(room.in(() -> links.issue(link, NOW)), NOW), other.name());
      }
    }
  }

  @Test
  void everybody_is_signed_out_and_every_browser_is_new_again() {
    BearerToken session = room.signIn(account, HOME, NOW);
    BearerToken browser = room.in(() -> room.browsers.remember(account, HOME, NOW));
    complete(link(NOW), NOW);
    assertTrue(room.in(() -> room.sessions.resume(session, NOW)).isEmpty());
    Visitor known = new Visitor(HOME.address(), "", Optional.of(browser));
    assertTrue(room.in(() -> room.browsers.find(account, known)).isEmpty());
  }

  @Test
  void the_second_factor_stays_since_a_mailbox_is_not_one() {
    room.addApp(account, "phone", NOW);
    complete(link(NOW), NOW);
    assertTrue(room.in(() -> room.factors.areOn(account)));
  }

  @Test
  void a_locked_account_keeps_its_password() {
    BearerToken link = link(NOW);
    room.in(() -> room.accounts.lock(account, NOW));
    assertTrue(room.in(() -> resets.meant("anna")).isEmpty());
    assertFalse(complete(link, NOW));
  }

  @Test
  void what_can_be_no_name_and_no_address_is_kept_nowhere() {
    assertTrue(ask(resets, "a\0b"));
    assertTrue(ask(resets, "half \uD83D"));
    assertTrue(ask(resets, "two words"));
    assertEquals(List.of(), outbox.queued());
  }

  @Test
  void asking_does_the_same_for_a_name_that_nobody_has() {
    assertTrue(ask(resets, "anna"));
    assertTrue(ask(resets, " nobody@example.com "));
    assertEquals(
        List.of("anna", "nobody@example.com"),
        outbox.queued().stream().map(QueuedMail::recipient).sorted().toList());
    assertTrue(outbox.queued().stream().allMatch(mail -> mail.account().isEmpty()));
  }

  @Test
  void one_network_asks_no_more_often_than_it_may_guess() {
    PasswordReset bounded = resets(3);
    for (int times = 0; times < 3; times++) {
      assertTrue(ask(bounded, "anna"));
    }
    assertFalse(ask(bounded, "bert"));
    assertEquals(3, outbox.queued().size());
  }

  @Test
  void an_ipv6_network_asks_as_one_address_wherever_in_it() {
    PasswordReset bounded = resets(3);
    for (int times = 0; times < 4; times++) {
      Visitor within = new Visitor("2001:db8:1:2::" + times, "", Optional.empty());
      assertEquals(times < 3, room.in(() -> bounded.ask("anna", "nl", within, NOW)));
    }
    Visitor next = new Visitor("2001:db8:1:3::1", "", Optional.empty());
    assertTrue(room.in(() -> bounded.ask("anna", "nl", next, NOW)));
  }

  @Test
  void nobody_is_given_a_password_that_would_not_sign_them_in() {
    BearerToken link = link(NOW);
    PasswordReset closed = resets(0, nobodysPassword());
    assertTrue(room.in(() -> closed.meant("anna")).isEmpty());
    assertTrue(room.in(() -> closed.accountOf(link, NOW)).isEmpty());
    assertTrue(room.in(() -> closed.complete(link, NEXT_HASH, NOW)).isEmpty());
    assertTrue(ask(closed, "anna"), "asking tells nothing of it");
  }

  private static LocalSignIn nobodysPassword() {
    return new LocalSignIn() {
      @Override
      public boolean isOpenTo(Account who) {
        return false;
      }
    };
  }

  private PasswordReset resets(int addressFailures) {
    return resets(addressFailures, new EverybodysPassword());
  }

  private PasswordReset resets(int addressFailures, LocalSignIn local) {
    return new PasswordReset(
        room.accounts,
        links,
        new SignInAddresses(new Networks(64), addressFailures, 15),
        room.access,
        room.passwords,
        local,
        outbox);
  }

  private boolean ask(PasswordReset asked, String typed) {
    return room.in(() -> asked.ask(typed, "nl", HOME, NOW));
  }

  private BearerToken link(Instant now) {
    MailedLink link = MailedLink.of(LinkPurpose.PASSWORD_RESET, account, "en");
    return room.in(() -> links.issue(link, now));
  }

  private boolean complete(BearerToken link, Instant now) {
    return room.in(() -> resets.complete(link, NEXT_HASH, now)).isPresent();
  }
}
