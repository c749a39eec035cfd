package org.doublelock.account.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.account.PersonThere;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenSessionsTest extends OneAccount {

  private static final Visitor VISITOR =
      new Visitor("192.0.2.1", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", Optional.empty());

  @Test
  void is_found_by_its_token_alone() {
    BearerToken token = signIn();
    assertEquals(
        Optional.of(account), room.in(() -> room.sessions.resume(token, NOW)).map(Account::id));
    assertFalse(isOpen(BearerToken.random(), NOW));
  }

  @Test
  void ends_half_an_hour_after_the_last_page() {
    BearerToken token = signIn();
    Instant page = NOW.plus(Duration.ofMinutes(29));
    assertTrue(isOpen(token, page));
    assertTrue(isOpen(token, page.plus(Duration.ofMinutes(29))));
    assertFalse(isOpen(token, page.plus(Duration.ofMinutes(29 + 30))));
  }

  @Test
  void ends_after_twelve_hours_whatever_happens_in_it() {
    BearerToken token = signIn();
    Instant end = NOW.plus(Duration.ofHours(12));
    for (Instant page = NOW; page.isBefore(end); page = page.plus(Duration.ofMinutes(20))) {
      assertTrue(isOpen(token, page));
    }
    assertTrue(isOpen(token, end.minusSeconds(1)));
    assertFalse(isOpen(token, end));
  }

  @Test
  void a_node_whose_clock_is_ahead_signs_nobody_out() {
    Instant now = Instant.now(); // as the database has it
    BearerToken token = room.signIn(account, VISITOR, now);
    room.signIn(room.open("bert", now), VISITOR, now.plus(Duration.ofMinutes(31)));
    assertTrue(isOpen(token, now));
  }

  @Test
  void those_that_are_over_are_cleared_away_when_another_is_opened() {
    signIn();
    room.signIn(account, VISITOR, NOW.plus(Duration.ofMinutes(30)));
    Number left =
        (Number)
            room.in(
                () ->
                    room.entities()
                        .createNativeQuery("select count(*) from open_session", Long.class)
                        .getSingleResult());
    assertEquals(1, left.intValue());
  }

  @Test
  void one_is_ended_and_the_others_stay() {
    BearerToken here = signIn();
    BearerToken there = signIn();
    OpenSession other = list(here).stream().filter(each -> !each.current()).findFirst().get();
    AccountId stranger = room.open("bert", NOW);
    assertFalse(room.in(() -> room.sessions.end(stranger, other.id())), "not a stranger's to end");
    assertTrue(isOpen(there, NOW));
    assertTrue(room.in(() -> room.sessions.end(account, other.id())));
    assertFalse(isOpen(there, NOW));
    assertTrue(isOpen(here, NOW));
  }

  @Test
  void all_others_are_ended_at_once() {
    BearerToken here = signIn();
    List<BearerToken> others = List.of(signIn(), signIn());
    room.in(
        () -> {
          room.sessions.endOthers(account, here);
          return null;
        });
    others.forEach(other -> assertFalse(isOpen(other, NOW)));
    assertTrue(isOpen(here, NOW));
  }

  @Test
  void a_disabled_account_has_none() {
    BearerToken token = signIn();
    room.in(
        () ->
            room.entities()
                .createQuery("update Account a set a.disabledAt = :now")
                .setParameter("now", NOW)
                .executeUpdate());
    assertFalse(isOpen(token, NOW));
  }

  @Test
  void says_where_and_with_what() {
    OpenSession session = list(signIn()).get(0);
    assertEquals("192.0.2.1", session.address());
    assertEquals("Firefox, Linux", session.browserName());
    assertTrue(session.current());
  }

  @Test
  void a_page_within_a_minute_of_the_last_one_writes_nothing() {
    BearerToken token = signIn();
    Instant soon = NOW.plus(OpenSessions.COARSENESS).minusMillis(1);
    assertTrue(isOpen(token, soon));
    assertEquals(NOW, list(token).get(0).lastActiveAt());
    Instant later = NOW.plus(OpenSessions.COARSENESS);
    assertTrue(isOpen(token, later));
    assertEquals(later, list(token).get(0).lastActiveAt());
  }

  @Test
  void nor_within_a_tenth_of_a_short_limit() {
    SessionLimits brief = new SessionLimits("PT1M", "PT12H");
    OpenSessions sessions =
        new OpenSessions(
            room.entities(), brief, room.accounts, EventsOn.recorder(room.transactions()));
    BearerToken token = signIn();
    room.in(() -> sessions.resume(token, NOW.plusMillis(5_999)));
    assertEquals(NOW, list(token).get(0).lastActiveAt());
    room.in(() -> sessions.resume(token, NOW.plusSeconds(6)));
    assertEquals(NOW.plusSeconds(6), list(token).get(0).lastActiveAt());
  }

  @Test
  void those_of_all_accounts_are_counted_while_they_are_open() {
    assertEquals(0, number(NOW));
    signIn();
    room.signIn(room.open("bert", NOW), VISITOR, NOW.plusSeconds(60));
    assertEquals(2, number(NOW.plusSeconds(60)));
    assertEquals(1, number(NOW.plus(Duration.ofMinutes(30))));
    assertEquals(0, number(NOW.plus(Duration.ofMinutes(31))));
  }

  @Test
  void the_one_last_active_comes_first_and_none_that_is_over() {
    BearerToken first = signIn();
    BearerToken second = room.signIn(account, VISITOR, NOW.plusSeconds(60));
    assertEquals(List.of(false, true), list(first).stream().map(OpenSession::current).toList());
    assertEquals(List.of(true, false), list(second).stream().map(OpenSession::current).toList());
    Instant over = NOW.plus(Duration.ofMinutes(30));
    assertEquals(1, room.in(() -> room.sessions.of(account, first, over)).size());
  }

  @Test
  void it_is_its_own_accounts_and_nobody_elses() {
    BearerToken token = signIn();
    AccountId stranger = room.open("bert", NOW);
    assertTrue(room.in(() -> room.sessions.isOpen(account, token)));
    assertFalse(room.in(() -> room.sessions.isOpen(stranger, token)));
    assertFalse(room.in(() -> room.sessions.isOpen(account, BearerToken.random())));
  }

  @Test
  void its_owner_is_told_of_ended_ones_once_and_of_none_not_at_all() {
    BearerToken here = signIn();
    room.run(() -> room.sessions.endOthers(account, here));
    assertEquals(0, told());
    signIn();
    signIn();
    room.run(() -> room.sessions.endOthers(account, here));
    assertEquals(1, told());
    OpenSession own = list(here).get(0);
    assertTrue(room.in(() -> room.sessions.end(account, own.id())));
    assertEquals(2, told());
    room.run(() -> room.sessions.endAll(account));
    assertEquals(2, told());
  }

  @Test
  void those_of_the_provider_are_ended_beside_the_current_one() {
    BearerToken here = signInByProvider();
    BearerToken local = signIn();
    room.run(() -> room.sessions.endOthersProvided(account, here));
    assertEquals(0, told());
    BearerToken there = signInByProvider();
    room.run(() -> room.sessions.endOthersProvided(account, here));
    assertFalse(isOpen(there, NOW));
    assertTrue(isOpen(here, NOW));
    assertTrue(isOpen(local, NOW));
    assertEquals(1, told());
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT12H",
    "PT30M, PT29M",
    "half an hour, PT12H",
    "PT0.5S, PT12H",
    "PT30M, PT1000000H"
  })
  void limits_that_make_no_sense_are_refused(String idle, String absolute) {
    assertThrows(IllegalArgumentException.class, () -> new SessionLimits(idle, absolute));
  }

  private long number(Instant now) {
    return room.in(() -> room.sessions.number(now));
  }

  private long told() {
    return room.events(account).stream().filter(EventKind.SESSION_ENDED::equals).count();
  }

  private BearerToken signInByProvider() {
    Provided said = Provided.of(PersonThere.of("1", "anna", null));
    Account read = room.in(() -> room.accounts.find(account)).orElseThrow();
    return room.in(() -> room.sessions.open(read, VISITOR, Optional.of(said), NOW)).orElseThrow();
  }

  private BearerToken signIn() {
    return room.signIn(account, VISITOR, NOW);
  }

  private boolean isOpen(BearerToken token, Instant now) {
    return room.in(() -> room.sessions.resume(token, now)).isPresent();
  }

  private List<OpenSession> list(BearerToken current) {
    return room.in(() -> room.sessions.of(account, current, NOW));
  }
}
