package org.doublelock.account.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.doublelock.TwoAtOnce;
import org.doublelock.account.Account;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.OneAccount;
import org.doublelock.account.PersonThere;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.identity.Identity;
import org.doublelock.identity.SignOutNotice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a notice of the identity provider ends. The account is of its person 1. */
class ProviderSignOutsTest extends OneAccount {

  private static final MailAddress ADDRESS = new MailAddress("bert@example.com");
  private static final Visitor HOME = new Visitor("192.0.2.1", "", Optional.empty());

  private ProviderSignOuts signOuts;

  @BeforeEach
  void a_provider() {
    signOuts = new ProviderSignOuts(room.entities(), room.accounts, room.sessions);
  }

  @Test
  void it_ends_the_sessions_of_one_session_there_or_all_of_its_person() {
    BearerToken one = signIn("s1");
    BearerToken two = signIn("s2");
    BearerToken local = room.signIn(account, HOME, NOW);
    take(null, "s1", NOW);
    assertFalse(isOpen(one));
    assertTrue(isOpen(two));
    take("1", null, NOW);
    assertFalse(isOpen(two));
    assertTrue(isOpen(local), "which the provider did not sign in");
  }

  @Test
  void one_that_names_both_ends_those_of_its_person_that_belong_to_no_session() {
    BearerToken other = signIn("s2");
    BearerToken unnamed = signIn(null);
    take(null, "s1", NOW);
    assertTrue(isOpen(unnamed));
    take("2", "s1", NOW);
    assertTrue(isOpen(unnamed), "of another person");
    take("1", "s1", NOW);
    assertFalse(isOpen(unnamed));
    assertTrue(isOpen(other));
  }

  @Test
  void a_sign_in_that_is_under_way_comes_to_nothing() {
    Account read = room.in(() -> room.accounts.find(account)).orElseThrow();
    Provided ofSession = said("s1", NOW);
    Provided ofNone = said(null, NOW);
    Provided ofAnother = said("s2", NOW);
    take("1", "s1", NOW.plusSeconds(1));
    assertTrue(open(read, ofSession).isEmpty());
    assertTrue(open(read, ofNone).isEmpty());
    assertTrue(open(read, ofAnother).isPresent());
    assertTrue(open(read, said("s1", NOW.plusSeconds(2))).isPresent(), "said after it");
    take("1", null, NOW.plusSeconds(3));
    assertTrue(open(read, ofAnother).isEmpty());
    assertTrue(open(read, said(null, NOW.plusSeconds(4))).isPresent());
  }

  @Test
  void a_confirmation_in_a_session_that_is_over_there_ends_the_session_here() {
    BearerToken session = signIn("s1");
    take(null, "s2", NOW.plusSeconds(1));
    room.run(() -> room.sessions.confirmed(session, said("s2", NOW)));
    assertFalse(isOpen(session));
  }

  @Test
  void a_confirmation_moves_the_session_to_the_one_there_that_it_was_made_in() {
    BearerToken session = signIn("s1");
    room.run(() -> room.sessions.confirmed(session, said("s2", NOW)));
    take(null, "s1", NOW.plusSeconds(1));
    assertTrue(isOpen(session));
    take(null, "s2", NOW.plusSeconds(1));
    assertFalse(isOpen(session));
  }

  @Test
  void one_that_comes_again_ends_nothing_that_was_said_after_it() {
    take("1", null, NOW);
    Account read = room.in(() -> room.accounts.find(account)).orElseThrow();
    BearerToken later = open(read, said("s1", NOW.plusSeconds(1))).orElseThrow();
    take("1", null, NOW);
    assertTrue(isOpen(later));
    take("1", null, NOW.minusSeconds(60));
    assertTrue(open(read, said("s1", NOW)).isEmpty(), "an older one does not undo it");
  }

  @Test
  void it_is_forgotten_when_no_sign_in_can_be_under_way_any_more() {
    take("1", null, NOW);
    take("2", null, NOW.plusSeconds(1_900));
    assertEquals(
        1L,
        room.in(
            () ->
                room.entities()
                    .createQuery("select count(e) from EndedThereRow e", Long.class)
                    .getSingleResult()));
  }

  @Test
  void two_at_once_are_both_taken() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch go = new CountDownLatch(1);
      Runnable notice =
          () -> {
            await(go);
            take("1", "s1", NOW);
          };
      Future<?> one = nodes.submit(notice);
      Future<?> two = nodes.submit(notice);
      go.countDown();
      one.get();
      two.get();
    } finally {
      nodes.shutdownNow();
    }
    Account read = room.in(() -> room.accounts.find(account)).orElseThrow();
    assertTrue(open(read, said("s1", NOW)).isEmpty());
  }

  @Test
  void a_session_is_not_opened_past_a_notice_that_is_being_taken() throws Exception {
    Account read = room.in(() -> room.accounts.find(account)).orElseThrow();
    ExecutorService node = Executors.newSingleThreadExecutor();
    try {
      SignOutNotice notice =
          new SignOutNotice(PersonThere.ISSUER, Optional.of("1"), Optional.empty(), NOW);
      Future<Optional<BearerToken>> late =
          room.in(
              () -> {
                signOuts.take(notice, NOW);
                Future<Optional<BearerToken>> begun =
                    node.submit(() -> open(read, said("s1", NOW)));
                assertThrows(
                    TimeoutException.class,
                    () -> begun.get(500, TimeUnit.MILLISECONDS),
                    "it waits for the notice");
                return begun;
              });
      assertTrue(late.get().isEmpty());
    } finally {
      node.shutdownNow();
    }
  }

  @Test
  void an_address_that_is_confirmed_at_the_same_moment_in_a_session_that_it_ends_is_not_taken() {
    BearerToken link =
        room.in(
            () ->
                room.links.issue(
                    MailedLink.of(LinkPurpose.ADDRESS, account, "en").to(ADDRESS), NOW));
    overtake(() -> room.addresses.confirm(account, link, NOW));
    assertTrue(room.in(() -> room.addresses.of(account)).isEmpty());
  }

  @Test
  void nor_is_a_mail_sent_that_is_asked_for_in_one() {
    overtake(() -> room.addresses.askToConfirm(account, ADDRESS, "en", NOW));
    assertTrue(room.outbox.queued().isEmpty());
  }

  private void overtake(Runnable act) {
    room.transactions().acting().begin(signIn("s1"));
    SignOutNotice notice =
        new SignOutNotice(PersonThere.ISSUER, Optional.of("1"), Optional.empty(), NOW);
    Optional<Throwable> thrown =
        new TwoAtOnce(room.transactions(), room.database)
            .run(() -> signOuts.take(notice, NOW), act);
    assertInstanceOf(SessionEnded.class, thrown.orElseThrow());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private BearerToken signIn(String session) {
    Account read = room.in(() -> room.accounts.find(account)).orElseThrow();
    return open(read, said(session, NOW)).orElseThrow();
  }

  private Optional<BearerToken> open(Account read, Provided said) {
    return room.in(() -> room.sessions.open(read, HOME, Optional.of(said), NOW));
  }

  private static Provided said(String session, Instant at) {
    Identity who = PersonThere.of(PersonThere.ISSUER, "1", "anna", null, session, at);
    return Provided.of(who);
  }

  private void take(String subject, String session, Instant at) {
    SignOutNotice notice =
        new SignOutNotice(
            PersonThere.ISSUER, Optional.ofNullable(subject), Optional.ofNullable(session), at);
    room.run(() -> signOuts.take(notice, at));
  }

  private boolean isOpen(BearerToken session) {
    return room.in(() -> room.sessions.resume(session, NOW)).isPresent();
  }
}
