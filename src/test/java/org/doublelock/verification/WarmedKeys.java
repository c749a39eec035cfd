package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.doublelock.account.AccountId;
import org.doublelock.activity.LatestCallers;
import org.doublelock.activity.LoggedCall;
import org.doublelock.apikey.IssuedKey;
import org.doublelock.apikey.Restrictions;
import org.doublelock.otp.SharedSecret;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** Keys on a node that has just been started and has read those in use before any call. */
abstract class WarmedKeys extends TwoNodes {

  /** So that a slow machine reads all. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void cost_their_first_call_the_one_statement_that_decides_it() throws SQLException {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of("Balance"), NOW);
    accepted(a, caller.call(1, app, LATER, 0), LATER);
    site.write(LATER);
    VerificationService started = site.node(warmed(10));
    site.watched.noted();
    accepted(started, caller.call(2, app, LATER, 0), LATER);
    assertEquals(List.of("update", "commit"), site.watched.noted());
  }

  @Test
  void are_read_by_two_statements_and_one_more_for_each_250() throws SQLException {
    List<Caller> callers = Stream.generate(site::newKey).limit(251).toList();
    used(callers);
    site.watched.noted();
    KeySnapshots memory = warmed(251);
    assertEquals(
        List.of("select", "commit", "select", "commit", "select", "commit"), site.watched.noted());
    assertEquals(callers, rememberedOf(callers, memory));
  }

  @Test
  void are_as_a_first_call_reads_them() throws SQLException {
    Caller caller = site.newKeyWithWindow(10);
    IssuedKey rolled = site.keys.roll(caller.key(), Duration.ofHours(1), LATER);
    site.factors.enrolApp(caller.key(), true, Set.of("AddOrder"), NOW);
    used(List.of(caller));
    KeySnapshot key = warmed(1).remembered(caller.key().publicKey()).orElseThrow();
    assertEquals(List.of(rolled.secret(), caller.secret()), key.secrets());
    KeySnapshot read = site.snapshot(caller);
    assertEquals(read.epoch(), key.epoch());
    assertEquals(read.permissions(), key.permissions());
    assertEquals(read.restrictions(), key.restrictions());
    assertEquals(
        read.secondFactor().orElseThrow().actions(), key.secondFactor().orElseThrow().actions());
  }

  @Test
  void answer_nothing_that_was_changed_since() throws SQLException {
    Caller caller = site.newKey();
    Caller other = site.newKey();
    used(List.of(caller, other));
    VerificationService started = site.node(warmed(10));
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    refused(Refusal.OTP_MISSING, started, caller.call(1), LATER);
    accepted(started, caller.call(2, app, LATER, 0), LATER);
    IssuedKey rolled = site.keys.roll(other.key(), Duration.ZERO, LATER);
    refused(Refusal.WRONG_SIGNATURE, started, other.call(1), LATER);
    accepted(started, other.signingWith(rolled.secret()).call(2), LATER);
  }

  @Test
  void that_were_taken_away_since_are_refused() throws SQLException {
    AccountId account = site.newAccount();
    Caller disabled = site.newKey();
    Caller deleted = site.newKey();
    Caller locked = site.newKeyOf(account);
    used(List.of(disabled, deleted, locked));
    VerificationService started = site.node(warmed(10));
    site.keys.disable(disabled.key(), LATER);
    site.keys.delete(deleted.key(), LATER);
    site.locks.lock(account, LATER);
    refused(Refusal.KEY_DISABLED, started, disabled.call(1), LATER);
    refused(Refusal.UNKNOWN_KEY, started, deleted.call(1), LATER);
    refused(Refusal.ACCOUNT_LOCKED, started, locked.call(1), LATER);
  }

  @Test
  void are_those_that_were_used_last_and_no_more_than_wanted() throws SQLException {
    Caller first = site.newKey();
    Caller second = site.newKey();
    Caller third = site.newKey();
    List<Caller> all = List.of(first, second, third);
    used(List.of(first, second, third, first));
    assertEquals(List.of(first, third), rememberedOf(all, warmed(2)));
    KeySnapshots small = site.memory(1);
    warming(new LatestCallers(site.watched.source()), small, 3).warm(LATER, Thread::new);
    assertEquals(List.of(first), rememberedOf(all, small), "no more than are remembered");
  }

  @Test
  void are_none_where_that_is_wanted() throws SQLException {
    used(List.of(site.newKey()));
    site.watched.noted();
    warmed(0);
    assertEquals(List.of(), site.watched.noted());
    assertThrows(IllegalArgumentException.class, () -> warmed(-1));
  }

  @Test
  void are_those_that_calls_may_be_made_with() throws SQLException {
    AccountId account = site.newAccount();
    Restrictions limits =
        new Restrictions(List.of(), Optional.of(LATER), Optional.empty(), Optional.empty(), 0);
    Caller disabled = site.newKey();
    Caller deleted = site.newKey();
    Caller locked = site.newKeyOf(account);
    Caller expired = site.newKey(limits);
    Caller usable = site.newKey();
    List<Caller> all = List.of(disabled, deleted, locked, expired, usable);
    used(all);
    site.keys.disable(disabled.key(), LATER);
    site.keys.delete(deleted.key(), LATER);
    site.locks.lock(account, LATER);
    assertEquals(List.of(usable), rememberedOf(all, warmed(5)));
  }

  /** Else a stranger who knows names of keys would say which are read. */
  @Test
  void are_not_those_that_calls_were_refused_of() throws SQLException {
    Caller used = site.newKey();
    Caller guessed = site.newKey();
    used(List.of(used));
    refused(Refusal.WRONG_SIGNATURE, a, guessed.signingWith(used.secret()).call(1), LATER);
    site.write(LATER);
    assertEquals(List.of(used), rememberedOf(List.of(used, guessed), warmed(1)));
  }

  @Test
  void do_not_take_the_place_of_what_a_call_has_read_meanwhile() throws SQLException {
    Caller caller = usedCaller();
    KeySnapshots memory = site.memory(10);
    accepted(site.node(memory), caller.call(1), LATER);
    KeySnapshot read = memory.remembered(caller.key().publicKey()).orElseThrow();
    warming(new LatestCallers(site.watched.source()), memory, 10).warm(LATER, Thread::new);
    assertSame(read, memory.remembered(caller.key().publicKey()).orElseThrow());
  }

  @Test
  void are_done_without_where_the_database_hangs() throws SQLException {
    CountDownLatch back = new CountDownLatch(1);
    Watched hanging = new Watched(site.database());
    hanging.onConnection(() -> await(back));
    Caller used = usedCaller();
    try {
      assertDoneWithout(used, hanging.source());
    } finally {
      back.countDown();
    }
  }

  @Test
  void are_done_without_where_the_database_fails() throws SQLException {
    JdbcConnectionPool empty = JdbcConnectionPool.create("jdbc:h2:mem:no-tables", "sa", "");
    assertDoneWithout(usedCaller(), empty);
    empty.dispose();
    assertDoneWithout(usedCaller(), null); // a fault of our own
  }

  /**
   * A start goes on in time, and a call reads its key as ever.
   *
   * @param log where the start looks for what was used last
   */
  void assertDoneWithout(Caller used, DataSource log) {
    KeySnapshots memory = site.memory(10);
    KeyWarming warming = new KeyWarming(new LatestCallers(log), memory, 10, SHORT);
    assertTimeoutPreemptively(Duration.ofMinutes(1), () -> warming.warm(LATER, Thread::new));
    assertEquals(List.of(), rememberedOf(List.of(used), memory));
    accepted(site.node(memory), used.call(1), LATER);
  }

  Caller usedCaller() throws SQLException {
    Caller caller = site.newKey();
    used(List.of(caller));
    return caller;
  }

  /** What a node remembers that has read so many keys at its start. */
  private KeySnapshots warmed(int most) {
    KeySnapshots memory = site.memory(1000);
    warming(new LatestCallers(site.watched.source()), memory, most).warm(LATER, Thread::new);
    return memory;
  }

  private static KeyWarming warming(LatestCallers callers, KeySnapshots memory, int most) {
    return new KeyWarming(callers, memory, most, LONG);
  }

  /** Has the log say that a call of each was accepted, in that order. */
  private void used(List<Caller> callers) throws SQLException {
    for (Caller caller : callers) {
      site.calls.accepted(
          new LoggedCall(
              caller.key().owner().value(),
              caller.id().value(),
              LATER,
              caller.function(),
              Caller.ELSEWHERE,
              Optional.empty(),
              true,
              1));
    }
    site.write(LATER);
  }

  private static List<Caller> rememberedOf(List<Caller> callers, KeySnapshots memory) {
    List<Caller> remembered = new ArrayList<>(callers);
    remembered.removeIf(caller -> memory.remembered(caller.key().publicKey()).isEmpty());
    return remembered;
  }

  private static void await(CountDownLatch event) {
    try {
      event.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
