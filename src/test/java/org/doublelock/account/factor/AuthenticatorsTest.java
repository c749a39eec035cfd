package org.doublelock.account.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.account.session.SessionStamp;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.api.Test;

/** Adding a sign-in app belongs to the session that began it. */
class AuthenticatorsTest extends OneAccount {

  private final BearerToken mine = BearerToken.random();
  private final BearerToken other = BearerToken.random();

  @Test
  void another_session_neither_sees_nor_confirms_nor_abandons_it() {
    SharedSecret secret = begin(mine);
    assertTrue(current(other, NOW).isEmpty());
    assertTrue(isElsewhere(other, NOW));
    assertFalse(isElsewhere(mine, NOW));
    assertEquals(FactorOutcome.NOTHING_TO_CONFIRM, confirm(other, secret, NOW));
    abandon(other);
    assertEquals(FactorOutcome.FIRST, confirm(mine, secret, NOW));
    assertTrue(wasJustAdded(mine, NOW));
    assertFalse(wasJustAdded(other, NOW));
    assertTrue(isElsewhere(other, NOW));
  }

  @Test
  void another_session_begins_anew_with_another_secret_and_ends_the_first() {
    SharedSecret first = begin(mine);
    SharedSecret second = begin(other);
    assertNotEquals(first.readGrouped(), second.readGrouped());
    assertEquals(FactorOutcome.NOTHING_TO_CONFIRM, confirm(mine, second, NOW));
    assertEquals(FactorOutcome.WRONG, confirm(other, first, NOW));
    assertEquals(FactorOutcome.FIRST, confirm(other, second, NOW));
  }

  @Test
  void after_a_quarter_of_an_hour_it_is_nobodys() {
    SharedSecret secret = begin(mine);
    Instant lapsed = NOW.plus(SessionStamp.LIFETIME);
    assertTrue(current(mine, lapsed.minusMillis(1)).isPresent());
    assertTrue(current(mine, lapsed).isEmpty());
    assertFalse(isElsewhere(other, lapsed));
    assertEquals(FactorOutcome.NOTHING_TO_CONFIRM, confirm(mine, secret, lapsed));
  }

  @Test
  void whose_lapsed_is_told_so_until_another_begins() {
    begin(mine);
    Instant lapsed = NOW.plus(SessionStamp.LIFETIME);
    assertFalse(hasLapsed(mine, lapsed.minusMillis(1)));
    assertTrue(hasLapsed(mine, lapsed));
    assertFalse(hasLapsed(other, lapsed));
    begin(other);
    assertFalse(hasLapsed(mine, lapsed));
  }

  @Test
  void too_many_wrong_codes_end_it_and_what_is_no_code_is_no_try() {
    SharedSecret secret = begin(mine);
    String wrong = AccountRoom.code(secret, NOW.plusSeconds(600));
    int tries = current(mine, NOW).orElseThrow().triesLeft();
    assertEquals(FactorOutcome.MALFORMED, typed(mine, "a lantern"));
    assertEquals(tries, current(mine, NOW).orElseThrow().triesLeft());
    for (int left = tries - 1; left > 0; left--) {
      assertEquals(FactorOutcome.WRONG, typed(mine, wrong));
      assertEquals(left, current(mine, NOW).orElseThrow().triesLeft());
    }
    assertEquals(FactorOutcome.TOO_MANY, typed(mine, wrong));
    assertEquals(FactorOutcome.NOTHING_TO_CONFIRM, confirm(mine, secret, NOW));
  }

  @Test
  void a_right_code_ends_it() {
    SharedSecret secret = begin(mine);
    assertEquals(FactorOutcome.FIRST, confirm(mine, secret, NOW));
    assertEquals(FactorOutcome.NOTHING_TO_CONFIRM, confirm(mine, secret, NOW));
    assertTrue(current(mine, NOW).isEmpty());
  }

  @Test
  void its_own_session_abandons_it_and_taking_all_factors_away_ends_anybodys() {
    begin(mine);
    abandon(mine);
    assertTrue(current(mine, NOW).isEmpty());
    begin(mine);
    room.run(() -> room.factors.removeAll(account));
    assertTrue(current(mine, NOW).isEmpty());
  }

  private boolean hasLapsed(BearerToken session, Instant now) {
    return room.in(() -> room.apps.hasLapsed(account, session, now));
  }

  private FactorOutcome typed(BearerToken session, String text) {
    return room.in(() -> room.factors.confirmApp(account, session, text, NOW)).outcome();
  }

  private SharedSecret begin(BearerToken session) {
    return room.in(
        () -> {
          room.apps.begin(
              account,
              new FactorName("phone " + session.hash().substring(0, 8)),
              Optional.empty(),
              session,
              NOW);
          return room.apps.current(account, session, NOW).orElseThrow().secret();
        });
  }

  private Optional<AuthenticatorSetup> current(BearerToken session, Instant now) {
    return room.in(() -> room.apps.current(account, session, now));
  }

  private boolean isElsewhere(BearerToken session, Instant now) {
    return room.in(() -> room.apps.isElsewhere(account, session, now));
  }

  private boolean wasJustAdded(BearerToken session, Instant now) {
    return room.in(() -> room.apps.wasJustAdded(account, session, now));
  }

  private FactorOutcome confirm(BearerToken session, SharedSecret secret, Instant now) {
    String code = AccountRoom.code(secret, now);
    return room.in(() -> room.factors.confirmApp(account, session, code, now)).outcome();
  }

  private void abandon(BearerToken session) {
    room.in(
        () -> {
          room.apps.abandon(account, session);
          return null;
        });
  }
}
