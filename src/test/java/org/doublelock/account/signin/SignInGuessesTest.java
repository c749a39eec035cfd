package org.doublelock.account.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.GuessCount;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.factor.RecoveryCode;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.api.Test;

/** How often a guess at a sign-in may be wrong, and who waits then. */
class SignInGuessesTest extends SignInAttempts {

  @Test
  void ten_wrong_codes_keep_even_the_right_one_waiting_but_not_a_recovery_code() {
    SharedSecret secret = room.addApp(account, "phone", NOW);
    RecoveryCode recovery = room.keptCodes(account, NOW).get(4);
    fail(10);
    String right = AccountRoom.code(secret, LATER);
    assertEquals(FactorOutcome.TOO_MANY, room.confirm(account, right, STRANGER, LATER));
    assertEquals(
        FactorOutcome.TOO_MANY,
        room.confirm(account, right, visitor("198.51.100.1"), LATER),
        "wherever it comes from");
    assertEquals(FactorOutcome.RECOVERED, room.confirm(account, recovery.read(), STRANGER, LATER));
  }

  @Test
  void a_stranger_who_fails_on_purpose_does_not_keep_a_known_browser_out() {
    Visitor owner = known("192.0.2.1");
    for (int attempt = 0; attempt < 30; attempt++) {
      assertFalse(room.passwordOpens("anna", "not it " + attempt, STRANGER, LATER));
    }
    assertFalse(room.passwordOpens("anna", AccountRoom.PASSWORD, STRANGER, LATER));
    assertTrue(room.passwordOpens("anna", AccountRoom.PASSWORD, owner, LATER));
    SharedSecret secret = room.addApp(account, "phone", NOW);
    fail(30);
    assertEquals(
        FactorOutcome.CONFIRMED,
        room.confirm(account, AccountRoom.code(secret, LATER), owner, LATER));
  }

  @Test
  void a_known_browser_has_ten_guesses_too_and_the_password_gives_no_more() {
    room.addApp(account, "phone", NOW);
    Visitor thief = known("192.0.2.1");
    for (int attempt = 0; attempt < 10; attempt++) {
      assertTrue(room.passwordOpens("anna", AccountRoom.PASSWORD, thief, LATER));
      assertEquals(FactorOutcome.WRONG, room.confirm(account, "000000", thief, LATER));
    }
    assertEquals(FactorOutcome.TOO_MANY, room.confirm(account, "000000", thief, LATER));
    assertFalse(room.passwordOpens("anna", AccountRoom.PASSWORD, thief, LATER));
  }

  @Test
  void what_is_no_code_is_no_guess_and_the_tries_left_are_told() {
    SharedSecret secret = room.addApp(account, "phone", NOW);
    for (String slip : List.of("", "12345", "1234567", "a code", "123456a")) {
      assertEquals(FactorOutcome.MALFORMED, room.confirm(account, slip, STRANGER, LATER));
    }
    assertEquals(10, room.in(() -> room.signIn.triesLeft(account, STRANGER, LATER)));
    assertEquals(0, events(EventKind.SIGN_IN_CODE_REFUSED));
    assertEquals(FactorOutcome.WRONG, room.confirm(account, "000 000", STRANGER, LATER));
    assertEquals(9, room.in(() -> room.signIn.triesLeft(account, STRANGER, LATER)));
    assertEquals(10, room.in(() -> room.signIn.triesLeft(account, known("192.0.2.1"), LATER)));
    String code = AccountRoom.code(secret, LATER);
    String inGroups = code.substring(0, 3) + "\u00a0" + code.substring(3);
    assertEquals(FactorOutcome.CONFIRMED, room.confirm(account, inGroups, STRANGER, LATER));
  }

  @Test
  void right_codes_between_them_buy_no_wrong_ones() {
    SharedSecret secret = room.addApp(account, "phone", NOW);
    Visitor owner = known("192.0.2.1");
    Instant now = LATER;
    int guesses = 0;
    while (guesses < 100 && room.confirm(account, "000000", owner, now) == FactorOutcome.WRONG) {
      guesses++;
      now = now.plusSeconds(90);
      room.confirm(account, AccountRoom.code(secret, now), owner, now);
    }
    assertEquals(31, guesses, "thirty, and a part of one came back meanwhile");
    assertEquals(
        FactorOutcome.TOO_MANY,
        room.confirm(account, AccountRoom.code(secret, now), owner, now.plusSeconds(1)));
    assertEquals(1, events(EventKind.SIGN_IN_CODES_HELD_BACK));
  }

  @Test
  void made_up_recovery_codes_and_passkeys_are_bounded_and_the_right_ones_pass() {
    SharedSecret secret = room.addApp(account, "phone", NOW);
    RecoveryCode right = room.keptCodes(account, NOW).get(0);
    String recovery = right.read().charAt(0) == 'a' ? "b" : "a";
    recovery += right.read().substring(1);
    for (int attempt = 0; attempt < 10; attempt++) {
      String madeUp = attempt % 2 == 0 ? recovery : "{}";
      assertFalse(room.confirm(account, madeUp, STRANGER, LATER).isConfirmed());
    }
    long told = room.events(account).size();
    for (int attempt = 0; attempt < 40; attempt++) {
      String madeUp = attempt % 2 == 0 ? recovery : "{}";
      assertEquals(FactorOutcome.TOO_MANY, room.confirm(account, madeUp, STRANGER, LATER));
    }
    assertEquals(told, room.events(account).size());
    assertEquals(1, events(EventKind.SIGN_IN_CODES_HELD_BACK));
    assertEquals(10, events(EventKind.SIGN_IN_CODE_REFUSED));
    assertEquals(
        FactorOutcome.CONFIRMED,
        room.confirm(account, AccountRoom.code(secret, LATER), STRANGER, LATER),
        "they lock no codes");
    assertEquals(FactorOutcome.RECOVERED, room.confirm(account, right.read(), STRANGER, LATER));
  }

  @Test
  void wrong_codes_are_told_as_what_they_are_though_wrong_passwords_were_told_before() {
    room.addApp(account, "phone", NOW);
    for (int attempt = 0; attempt < 10; attempt++) {
      assertFalse(room.passwordOpens("anna", "not it " + attempt, STRANGER, LATER));
    }
    assertEquals(0, events(EventKind.SIGN_IN_CODES_HELD_BACK));
    fail(10);
    assertEquals(1, events(EventKind.SIGN_IN_HELD_BACK));
    assertEquals(1, events(EventKind.SIGN_IN_CODES_HELD_BACK));
  }

  private long events(EventKind kind) {
    return room.events(account).stream().filter(kind::equals).count();
  }

  @Test
  void an_ipv6_network_that_guesses_at_many_names_has_to_wait_wherever_in_it() {
    try (AccountRoom strict = new AccountRoom(folder, 20)) {
      strict.open("bob", NOW);
      for (int attempt = 0; attempt < 20; attempt++) {
        Visitor within = visitor("2001:db8:1:2::" + Integer.toHexString(attempt + 1));
        strict.passwordOpens("nobody-" + attempt, "guess", within, LATER);
      }
      String password = AccountRoom.PASSWORD;
      assertFalse(strict.passwordOpens("bob", password, visitor("2001:db8:1:2:ffff::1"), LATER));
      assertTrue(strict.passwordOpens("bob", password, visitor("2001:db8:1:3::1"), LATER));
    }
  }

  @Test
  void the_lock_ends_and_each_further_failure_doubles_it() {
    fail(10);
    Instant after = LATER.plus(GuessCount.FIRST_LOCK);
    assertEquals(FactorOutcome.WRONG, room.confirm(account, "000000", STRANGER, after));
    assertEquals(
        FactorOutcome.TOO_MANY,
        room.confirm(account, "000000", STRANGER, after.plus(Duration.ofMinutes(9))));
    assertEquals(
        FactorOutcome.WRONG,
        room.confirm(account, "000000", STRANGER, after.plus(Duration.ofMinutes(10))));
  }

  @Test
  void an_address_that_guesses_at_many_names_has_to_wait_but_a_known_browser_there_does_not() {
    try (AccountRoom strict = new AccountRoom(folder, 20)) {
      AccountId bob = strict.open("bob", NOW);
      Visitor owner = knownIn(strict, bob, STRANGER.address());
      for (int attempt = 0; attempt < 20; attempt++) {
        strict.passwordOpens("nobody-" + attempt, "guess", STRANGER, LATER);
      }
      assertFalse(strict.passwordOpens("bob", AccountRoom.PASSWORD, STRANGER, LATER));
      assertTrue(strict.passwordOpens("bob", AccountRoom.PASSWORD, owner, LATER));
      assertTrue(strict.passwordOpens("bob", AccountRoom.PASSWORD, visitor("198.51.100.1"), LATER));
      Instant after = LATER.plus(Duration.ofMinutes(16));
      assertTrue(strict.passwordOpens("bob", AccountRoom.PASSWORD, STRANGER, after));
    }
  }

  @Test
  void the_right_password_of_a_locked_account_counts_against_the_address_too() {
    try (AccountRoom strict = new AccountRoom(folder, 1)) {
      AccountId bob = strict.open("bob", NOW);
      strict.open("carl", NOW);
      strict.run(() -> strict.accounts.lock(bob, NOW));
      assertFalse(strict.passwordOpens("bob", AccountRoom.PASSWORD, STRANGER, LATER));
      assertFalse(strict.passwordOpens("carl", AccountRoom.PASSWORD, STRANGER, LATER));
    }
  }

  @Test
  void of_forty_parallel_wrong_codes_ten_are_tried() throws Exception {
    room.addApp(account, "phone", NOW);
    List<FactorOutcome> outcomes =
        parallel(40, () -> room.confirm(account, "000000", STRANGER, LATER));
    assertEquals(10, outcomes.stream().filter(FactorOutcome.WRONG::equals).count());
  }

  private void fail(int times) {
    for (int attempt = 0; attempt < times; attempt++) {
      room.confirm(account, "000000", STRANGER, LATER);
    }
  }
}
