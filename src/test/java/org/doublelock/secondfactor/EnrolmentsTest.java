package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.BearerToken;
import org.doublelock.account.session.SessionStamp;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.apikey.KeyOnH2;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An enrolment belongs to the session that began it. */
class EnrolmentsTest extends KeyOnH2 {

  private static final Instant LAPSED = NOW.plus(SessionStamp.LIFETIME);

  private final BearerToken mine = BearerToken.random();
  private final BearerToken other = BearerToken.random();

  private FactorsOn factors;

  @BeforeEach
  void a_key() {
    factors = new FactorsOn(transactions, vault);
  }

  @Test
  void another_session_is_told_nothing_but_that_there_is_one() {
    SharedSecret secret = begun(mine);
    assertInstanceOf(Enrolment.Elsewhere.class, standing(other, NOW).orElseThrow());
    assertEquals(Confirmation.NOTHING_TO_CONFIRM, confirm(other, secret));
    assertEquals(Confirmation.CONFIRMED, confirm(mine, secret));
    assertInstanceOf(Enrolment.Elsewhere.class, standing(other, NOW).orElseThrow());
    assertFalse(complete(other));
    abandon(other);
    assertTrue(complete(mine));
    assertInstanceOf(Enrolment.Completed.class, standing(mine, NOW).orElseThrow());
    assertInstanceOf(Enrolment.Elsewhere.class, standing(other, NOW).orElseThrow());
    assertTrue(wasCompletedBy(mine));
    assertFalse(wasCompletedBy(other));
  }

  @Test
  void another_session_begins_anew_and_the_first_one_goes_no_further() {
    SharedSecret first = begun(mine);
    assertEquals(first.readGrouped(), begun(mine).readGrouped(), "taken up again");
    assertEquals(Confirmation.CONFIRMED, confirm(mine, first));
    SharedSecret second = begun(other);
    assertNotEquals(first.readGrouped(), second.readGrouped());
    assertFalse(complete(mine), "what was confirmed is gone");
    assertFalse(complete(other), "and it is not the other one's");
    assertEquals(Confirmation.NOTHING_TO_CONFIRM, confirm(mine, second));
    assertEquals(Confirmation.WRONG, confirm(other, first));
    assertEquals(Confirmation.CONFIRMED, confirm(other, second));
    assertTrue(complete(other));
  }

  @Test
  void it_goes_on_for_a_quarter_of_an_hour() {
    begun(mine);
    assertInstanceOf(
        Enrolment.AwaitingCode.class, standing(mine, LAPSED.minusMillis(1)).orElseThrow());
    assertTrue(standing(mine, LAPSED).isEmpty());
    assertTrue(standing(other, LAPSED).isEmpty());
  }

  @Test
  void a_replacement_begins_only_with_what_proved_the_factor_that_the_key_has_now() {
    Optional<SecondFactor> none = factors.of(key.id());
    factors.enrolApp(key, false, Set.of(), NOW.minusSeconds(60));
    Optional<SecondFactor> old = factors.of(key.id());
    assertFalse(begin(mine, none), "another session has completed one meanwhile");
    assertTrue(standing(mine, NOW.plusSeconds(900)).isEmpty());
    assertTrue(begin(mine, old));
    factors.enrolPassword(key, "seven quiet otters rowing", NOW);
    assertFalse(complete(mine), "another session has replaced it");
    assertFalse(begin(mine, old), "the code of a factor that is gone");
    assertTrue(begin(mine, factors.of(key.id())));
  }

  @Test
  void waits_for_what_was_chosen_until_that_is_confirmed() {
    BearerToken session = BearerToken.random();
    factors.begin(key, session, NOW);
    Enrolment waiting = factors.current(key, session, NOW).orElseThrow();
    assertTrue(waiting.awaits(SecondFactorMethod.TOTP));
    assertFalse(waiting.awaits(SecondFactorMethod.PASSWORD));
    assertTrue(new Enrolment.AwaitingPassword().awaits(SecondFactorMethod.PASSWORD));
    assertFalse(new Enrolment.AwaitingPassword().awaits(SecondFactorMethod.TOTP));
    assertFalse(new Enrolment.Confirmed(SecondFactorMethod.TOTP).awaits(SecondFactorMethod.TOTP));
    assertEquals(
        Optional.of(true),
        transactions.in(
            () -> factors.enrolments().begun(key.id(), session).map(stamp -> stamp.isBy(session))));
    assertEquals(
        Optional.empty(),
        transactions.in(() -> factors.enrolments().begun(key.id(), BearerToken.random())));
  }

  @Test
  void too_many_wrong_codes_end_it() {
    BearerToken session = BearerToken.random();
    factors.begin(key, session, NOW);
    Enrolment.AwaitingCode begun =
        (Enrolment.AwaitingCode) factors.current(key, session, NOW).orElseThrow();
    String wrong = TotpVerifier.generate(begun.secret(), TimeStep.at(NOW.plusSeconds(3600))).read();
    for (int left = begun.triesLeft(); left > 1; left--) {
      assertEquals(Confirmation.WRONG, confirm(session, wrong));
      assertEquals(
          left - 1,
          ((Enrolment.AwaitingCode) factors.current(key, session, NOW).orElseThrow()).triesLeft());
    }
    assertEquals(Confirmation.TOO_MANY, confirm(session, wrong));
    assertEquals(Optional.empty(), factors.current(key, session, NOW));
    assertEquals(Confirmation.NOTHING_TO_CONFIRM, confirm(session, wrong));
  }

  @Test
  void a_factor_that_is_switched_on_is_written_down_and_one_that_takes_its_place_too() {
    factors.enrolApp(key, false, Set.of(), NOW);
    factors.enrolPassword(key, "seven quiet otters rowing", NOW);
    List<EventKind> told = EventsOn.kinds(transactions, owner.value());
    assertEquals(
        List.of(EventKind.TWO_FACTOR_ON, EventKind.TWO_FACTOR_REPLACED),
        told.subList(told.size() - 2, told.size()));
  }

  private Confirmation confirm(BearerToken session, String typed) {
    return transactions.in(() -> factors.enrolments().confirmCode(key.id(), session, typed, NOW));
  }

  @Test
  void what_was_begun_before_sessions_were_written_down_is_nobodys() {
    assertFalse(new SessionStamp(null, NOW).isOpenTo(mine, NOW));
    assertTrue(new SessionStamp(null, NOW).isOfAnother(mine, NOW));
  }

  private boolean begin(BearerToken session, Optional<SecondFactor> proved) {
    return transactions.in(
        () -> factors.enrolments().begin(key, SecondFactorMethod.PASSWORD, proved, session, NOW));
  }

  private SharedSecret begun(BearerToken session) {
    transactions.in(
        () ->
            factors
                .enrolments()
                .begin(key, SecondFactorMethod.TOTP, Optional.empty(), session, NOW));
    return ((Enrolment.AwaitingCode) standing(session, NOW).orElseThrow()).secret();
  }

  private Optional<Enrolment> standing(BearerToken session, Instant now) {
    return transactions.in(() -> factors.enrolments().current(key.id(), session, now));
  }

  private Confirmation confirm(BearerToken session, SharedSecret secret) {
    String code = TotpVerifier.generate(secret, TimeStep.at(NOW)).read();
    return transactions.in(() -> factors.enrolments().confirmCode(key.id(), session, code, NOW));
  }

  private boolean complete(BearerToken session) {
    return transactions.in(
        () ->
            factors
                .enrolments()
                .complete(key.id(), session, ChosenActions.of(Set.of(), null), false, NOW));
  }

  private boolean wasCompletedBy(BearerToken session) {
    return transactions.in(() -> factors.enrolments().wasCompletedBy(key.id(), session));
  }

  private void abandon(BearerToken session) {
    transactions.in(
        () -> {
          factors.enrolments().abandon(key.id(), session);
          return null;
        });
  }
}
