package org.doublelock.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.BearerToken;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.apikey.KeyDeleted;
import org.doublelock.secondfactor.Enrolment;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What two transactions at once make of one key. One that is overtaken leaves the key as though its
 * act had never been asked for: it is compared with a twin to which only the other act was done.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KeyRaces {

  private static final String DELETED = "event key-deleted";
  private static final String LOCKED = "event account-locked";

  private RacingSite site;

  abstract RacingSite open(Path folder);

  @BeforeAll
  void start(@TempDir Path folder) {
    site = open(folder);
  }

  @AfterAll
  void stop() throws Exception {
    site.close();
  }

  @ParameterizedTest
  @EnumSource
  void an_act_that_nothing_overtakes_changes_something(KeyAct act) {
    OneKey key = before(act);
    List<String> stored = key.stored();
    alone(key, act.act);
    assertNotEquals(stored, key.stored());
  }

  @ParameterizedTest
  @EnumSource
  void an_act_that_a_deletion_overtakes_does_nothing_and_says_that_the_key_is_gone(KeyAct act) {
    Optional<Throwable> thrown = overtaken(act, OneKey::delete);
    if (!act.isQuietWhenOvertaken()) {
      assertInstanceOf(KeyDeleted.class, thrown.orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FREEZE")
  void an_act_that_a_lock_of_the_account_overtakes_does_nothing(KeyAct act) {
    Optional<Throwable> thrown = overtaken(act, OneKey::lockAccount);
    if (!act.isQuietWhenOvertaken()) {
      assertInstanceOf(AccountLocked.class, thrown.orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FREEZE", "STOP_REMOVAL", "CARRY_OUT_REMOVAL", "LOCK_NOW"})
  void an_act_that_the_end_of_its_session_overtakes_does_nothing(KeyAct act) {
    OneKey twin = before(act);
    twin.openSession();
    alone(twin, OneKey::endSessions);
    OneKey key = before(act);
    Optional<Throwable> thrown = raceInSession(key, act.act);
    assertInstanceOf(SessionEnded.class, thrown.orElseThrow());
    assertEquals(twin.stored(), key.stored());
  }

  @Test
  void a_key_is_not_made_in_a_session_that_is_being_ended() {
    OneKey key = before(KeyAct.EDIT);
    Optional<Throwable> thrown = raceInSession(key, OneKey::issueAnother);
    assertInstanceOf(SessionEnded.class, thrown.orElseThrow());
    assertEquals(1, site.transactions.in(() -> site.keys.ownedBy(key.owner)).size());
  }

  @Test
  void a_key_is_frozen_though_its_account_is_being_locked() {
    OneKey key = before(KeyAct.FREEZE);
    assertEquals(Optional.empty(), race(key, OneKey::lockAccount, OneKey::freeze));
    assertEquals("event key-frozen", last(key));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELETE")
  void a_deletion_that_comes_during_an_act_waits_and_leaves_no_secret(KeyAct act) {
    OneKey key = before(act);
    assertEquals(Optional.empty(), race(key, act.act, OneKey::delete));
    assertEquals(DELETED, last(key));
    assertTrue(has(key, line -> line.startsWith("key bot null 0 0 ") || isEdited(line)));
    assertEquals(
        Optional.empty(), site.transactions.in(() -> site.keys.find(key.owner, key.key.id())));
    assertTrue(site.leases.open(Set.of(key.key.id())).isEmpty());
  }

  private static boolean isEdited(String line) {
    return line.startsWith("key robot null 0 0 ");
  }

  @ParameterizedTest
  @EnumSource
  void a_lock_that_comes_during_an_act_waits_and_ends_what_was_begun(KeyAct act) {
    OneKey key = before(act);
    assertEquals(Optional.empty(), race(key, act.act, OneKey::lockAccount));
    assertEquals(LOCKED, last(key));
    assertFalse(has(key, line -> line.startsWith("setup ")));
    assertFalse(has(key, line -> line.startsWith("removal ")));
    assertTrue(site.leases.open(Set.of(key.key.id())).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(names = {"BEGIN_REPLACEMENT", "SWITCH_OFF", "ASK_REMOVAL", "UNLOCK"})
  void what_the_factor_of_before_allowed_is_not_done_to_the_one_that_took_its_place(KeyAct act) {
    Consumer<OneKey> replace =
        key -> site.factors.enrolApp(key.key, false, Set.of(), OneKey.NOW.plusSeconds(60));
    OneKey twin = before(act);
    alone(twin, replace);
    OneKey key = before(act);
    assertEquals(Optional.empty(), race(key, replace, act.act));
    assertEquals(twin.stored(), key.stored());
  }

  @ParameterizedTest
  @EnumSource(names = {"BEGIN_REPLACEMENT", "SWITCH_OFF", "ASK_REMOVAL", "UNLOCK"})
  void what_a_factor_allowed_is_not_done_once_it_is_off(KeyAct act) {
    OneKey twin = before(act);
    alone(twin, OneKey::switchOff);
    OneKey key = before(act);
    assertEquals(Optional.empty(), race(key, OneKey::switchOff, act.act));
    assertEquals(twin.stored(), key.stored());
  }

  @Test
  void an_edit_that_another_ones_overtakes_gives_nothing_back() {
    assertEquals(Optional.empty(), overtaken(KeyAct.EDIT, OneKey::limit));
  }

  @Test
  void a_choice_about_unlocking_that_another_one_overtakes_gives_nothing_back() {
    assertEquals(Optional.empty(), overtaken(KeyAct.CHOOSE_UNLOCKING, OneKey::forbidUnlocking));
  }

  @Test
  void of_two_sessions_that_begin_the_first_setup_at_once_the_second_takes_it_over() {
    OneKey key = before(KeyAct.BEGIN_SETUP);
    BearerToken other = BearerToken.random();
    Optional<Throwable> thrown =
        race(
            key,
            first -> first.begin(SecondFactorMethod.TOTP),
            second -> second.begin(SecondFactorMethod.TOTP, other));
    assertEquals(Optional.empty(), thrown);
    assertInstanceOf(Enrolment.Elsewhere.class, standing(key, key.session));
    assertInstanceOf(Enrolment.AwaitingCode.class, standing(key, other));
  }

  @Test
  void one_session_that_begins_a_setup_twice_at_once_has_begun_one() {
    OneKey key = before(KeyAct.BEGIN_SETUP);
    Consumer<OneKey> begin = each -> each.begin(SecondFactorMethod.TOTP);
    assertEquals(Optional.empty(), race(key, begin, begin));
    assertInstanceOf(Enrolment.AwaitingCode.class, standing(key, key.session));
  }

  @Test
  void a_setup_that_is_finished_twice_at_once_is_finished_once() {
    OneKey key = before(KeyAct.SWITCH_ON);
    Consumer<OneKey> complete = OneKey::complete;
    assertEquals(Optional.empty(), race(key, complete, complete));
    assertEquals(1, Collections.frequency(key.stored(), "event two-factor-on"));
  }

  @Test
  void two_operators_who_lock_an_account_at_once_have_locked_it_once() {
    OneKey key = before(KeyAct.EDIT);
    assertEquals(Optional.empty(), race(key, OneKey::lockAccount, OneKey::lockAccount));
    assertEquals(1, Collections.frequency(key.stored(), LOCKED));
  }

  /** The act comes while the other one is under way, and leaves nothing behind. */
  private Optional<Throwable> overtaken(KeyAct act, Consumer<OneKey> other) {
    OneKey twin = before(act);
    alone(twin, other);
    OneKey key = before(act);
    Optional<Throwable> thrown = race(key, other, act.act);
    assertEquals(twin.stored(), key.stored());
    return thrown;
  }

  private OneKey before(KeyAct act) {
    OneKey key = new OneKey(site);
    act.before.accept(key);
    return key;
  }

  private void alone(OneKey key, Consumer<OneKey> act) {
    site.transactions.in(Executors.callable(() -> act.accept(key)));
  }

  private Optional<Throwable> race(OneKey key, Consumer<OneKey> first, Consumer<OneKey> second) {
    return site.atOnce.run(() -> first.accept(key), () -> second.accept(key));
  }

  /** The act is asked for in a session that is being ended. */
  private Optional<Throwable> raceInSession(OneKey key, Consumer<OneKey> act) {
    site.transactions.acting().begin(key.openSession());
    try {
      return race(key, OneKey::endSessions, act);
    } finally {
      site.transactions.acting().begin(null);
    }
  }

  private Enrolment standing(OneKey key, BearerToken session) {
    return site.factors.current(key.key, session, OneKey.NOW).orElseThrow();
  }

  private static String last(OneKey key) {
    List<String> stored = key.stored();
    return stored.get(stored.size() - 1);
  }

  private static boolean has(OneKey key, Predicate<String> line) {
    return key.stored().stream().anyMatch(line);
  }
}
