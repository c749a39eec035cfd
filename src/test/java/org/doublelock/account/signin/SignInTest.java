package org.doublelock.account.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.GuessCount;
import org.doublelock.account.OneAccount;
import org.doublelock.account.factor.AppAuthenticator;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.factor.RecoveryCode;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.otp.SharedSecret;
import org.doublelock.vault.PasswordHash;
import org.junit.jupiter.api.Test;

class SignInTest extends OneAccount {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Visitor STRANGER = visitor("203.0.113.9");

  @Test
  void a_password_hashed_with_older_parameters_is_hashed_anew_once_it_was_right() {
    String older =
        Password.hash(AccountRoom.PASSWORD)
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(8 * 1024, 1, 1, 32, Argon2.ID))
            .getResult();
    room.in(
        () ->
            room.entities()
                .createQuery("update Account a set a.passwordHash = :older")
                .setParameter("older", older)
                .executeUpdate());
    assertFalse(room.passwordOpens("anna", "a wrong one", STRANGER, NOW));
    assertEquals(older, storedHash());
    assertTrue(room.passwordOpens("anna", AccountRoom.PASSWORD, STRANGER, NOW));
    String renewed = storedHash();
    assertFalse(room.transactions().passwords().needsRehash(renewed), renewed);
    assertTrue(room.passwordOpens("anna", AccountRoom.PASSWORD, STRANGER, NOW));
    assertEquals(renewed, storedHash(), "once");
    assertEquals(
        List.of(EventKind.ACCOUNT_OPENED, EventKind.SIGN_IN_REFUSED), room.events(account));
  }

  @Test
  void a_password_that_is_changed_while_a_guess_is_hashed_decides_about_the_guess() {
    PasswordHash another = AccountRoom.hash("four herons cross a wet field");
    room.guesses.meanwhile(() -> room.run(() -> room.passwords.byReset(account, another)));
    assertFalse(room.passwordOpens("anna", AccountRoom.PASSWORD, STRANGER, NOW), "the old one");
    assertTrue(room.passwordOpens("anna", "four herons cross a wet field", STRANGER, NOW));
    PasswordHash back = AccountRoom.PASSWORD_HASH;
    room.guesses.meanwhile(() -> room.run(() -> room.passwords.byReset(account, back)));
    assertTrue(room.passwordOpens("anna", AccountRoom.PASSWORD, STRANGER, NOW), "the new one");
    assertEquals(
        List.of(
            EventKind.ACCOUNT_OPENED,
            EventKind.PASSWORD_RESET,
            EventKind.SIGN_IN_REFUSED,
            EventKind.PASSWORD_RESET),
        room.events(account),
        "and one guess was wrong");
  }

  @Test
  void who_signed_in_with_the_password_before_is_not_in_after_it_was_changed() {
    PasswordHash another = AccountRoom.hash("four herons cross a wet field");
    Account before = room.signIn.check("anna", AccountRoom.PASSWORD, STRANGER, NOW).orElseThrow();
    room.run(() -> room.passwords.byReset(account, another));
    assertTrue(
        room.in(() -> room.sessions.open(before, STRANGER, Optional.empty(), NOW)).isEmpty());
  }

  private String storedHash() {
    return room.in(() -> room.accounts.find(account).orElseThrow().passwordHash());
  }

  @Test
  void a_code_signs_in_once() {
    SharedSecret secret = room.addApp(account, "phone", NOW);
    String code = AccountRoom.code(secret, LATER);
    assertEquals(FactorOutcome.CONFIRMED, room.confirm(account, code, STRANGER, LATER));
    assertEquals(FactorOutcome.USED, room.confirm(account, code, STRANGER, LATER));
    assertEquals(FactorOutcome.USED, room.confirm(account, " " + code + " ", STRANGER, LATER));
  }

  @Test
  void the_code_that_added_the_app_is_used() {
    SharedSecret secret = room.addApp(account, "phone", NOW);
    assertEquals(
        FactorOutcome.USED, room.confirm(account, AccountRoom.code(secret, NOW), STRANGER, NOW));
  }

  @Test
  void a_code_of_an_earlier_step_than_the_last_one_used_is_used() {
    SharedSecret secret = room.addApp(account, "phone", NOW);
    room.confirm(account, AccountRoom.code(secret, LATER), STRANGER, LATER);
    assertEquals(
        FactorOutcome.USED,
        room.confirm(account, AccountRoom.code(secret, LATER.minusSeconds(30)), STRANGER, LATER));
  }

  @Test
  void each_of_several_apps_signs_in_until_it_is_removed() {
    SharedSecret phone = room.addApp(account, "phone", NOW);
    SharedSecret tablet = room.addApp(account, "tablet", NOW);
    assertTrue(
        room.confirm(account, AccountRoom.code(phone, LATER), STRANGER, LATER).isConfirmed());
    assertTrue(
        room.confirm(account, AccountRoom.code(tablet, LATER), STRANGER, LATER).isConfirmed());
    room.in(
        () -> {
          AppAuthenticator first = room.apps.of(account).get(0);
          room.factors.removeApp(account, first.id());
          return null;
        });
    Instant muchLater = LATER.plusSeconds(120);
    assertEquals(
        FactorOutcome.WRONG,
        room.confirm(account, AccountRoom.code(phone, muchLater), STRANGER, muchLater));
    assertTrue(room.in(() -> room.factors.areOn(account)));
  }

  @Test
  void replacing_an_app_leaves_no_gap() {
    BearerToken session = BearerToken.random();
    SharedSecret old = room.addApp(account, "phone", NOW);
    AppAuthenticator replaced = room.in(() -> room.apps.of(account)).get(0);
    room.in(
        () -> {
          room.apps.begin(
              account, new FactorName("new"), Optional.of(replaced.id()), session, LATER);
          return null;
        });
    assertTrue(
        room.confirm(account, AccountRoom.code(old, LATER), STRANGER, LATER).isConfirmed(),
        "the old one serves until the new one is confirmed");
    SharedSecret secret =
        room.in(() -> room.apps.current(account, session, LATER)).orElseThrow().secret();
    assertEquals(
        FactorOutcome.CONFIRMED,
        room.in(() -> room.apps.confirm(account, session, AccountRoom.code(secret, LATER), LATER)));
    Instant next = LATER.plusSeconds(90);
    assertEquals(
        FactorOutcome.WRONG, room.confirm(account, AccountRoom.code(old, next), STRANGER, next));
    assertTrue(room.confirm(account, AccountRoom.code(secret, next), STRANGER, next).isConfirmed());
    assertEquals(List.of("new"), room.in(() -> names()));
  }

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
    assertEquals(1, events(EventKind.SIGN_IN_HELD_BACK));
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
    assertEquals(1, events(EventKind.SIGN_IN_HELD_BACK));
    assertEquals(10, events(EventKind.SIGN_IN_CODE_REFUSED));
    assertEquals(
        FactorOutcome.CONFIRMED,
        room.confirm(account, AccountRoom.code(secret, LATER), STRANGER, LATER),
        "they lock no codes");
    assertEquals(FactorOutcome.RECOVERED, room.confirm(account, right.read(), STRANGER, LATER));
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
  void of_twenty_parallel_attempts_with_one_code_one_is_accepted() throws Exception {
    SharedSecret secret = room.addApp(account, "phone", NOW);
    Visitor owner = known("192.0.2.1");
    String code = AccountRoom.code(secret, LATER);
    assertEquals(1, accepted(20, () -> room.confirm(account, code, owner, LATER)));
  }

  @Test
  void of_twenty_parallel_attempts_with_one_recovery_code_one_is_accepted() throws Exception {
    RecoveryCode code = room.keptCodes(account, NOW).get(0);
    assertEquals(1, accepted(20, () -> room.confirm(account, code.read(), STRANGER, LATER)));
    assertEquals(9, room.in(() -> room.recovery.left(account)));
  }

  @Test
  void of_forty_parallel_wrong_codes_ten_are_tried() throws Exception {
    room.addApp(account, "phone", NOW);
    List<FactorOutcome> outcomes =
        parallel(40, () -> room.confirm(account, "000000", STRANGER, LATER));
    assertEquals(10, outcomes.stream().filter(FactorOutcome.WRONG::equals).count());
  }

  @Test
  void a_recovery_code_works_in_any_writing_and_for_its_owner_only() {
    AccountId other = room.open("bert", NOW);
    RecoveryCode code = room.keptCodes(account, NOW).get(0);
    assertEquals(FactorOutcome.WRONG, room.confirm(other, code.read(), STRANGER, LATER));
    String sloppy = " " + code.read().replace("-", " ").toUpperCase() + "\t";
    assertEquals(FactorOutcome.RECOVERED, room.confirm(account, sloppy, STRANGER, LATER));
    assertEquals(FactorOutcome.WRONG, room.confirm(account, code.read(), STRANGER, LATER));
  }

  @Test
  void new_recovery_codes_are_in_force_once_they_are_said_to_be_kept_and_the_old_ones_until_then() {
    room.addApp(account, "phone", NOW);
    List<RecoveryCode> old = room.keptCodes(account, NOW);
    List<RecoveryCode> lost = room.in(() -> room.recovery.renew(account, NOW));
    List<RecoveryCode> fresh = room.in(() -> room.recovery.renew(account, NOW));
    assertEquals(FactorOutcome.WRONG, room.confirm(account, fresh.get(0).read(), STRANGER, LATER));
    room.run(() -> room.recovery.keep(account, lost));
    room.run(() -> room.recovery.keep(account, old));
    assertEquals(
        10, room.in(() -> room.recovery.left(account)), "those pages say nothing any more");
    assertEquals(
        FactorOutcome.RECOVERED, room.confirm(account, old.get(0).read(), STRANGER, LATER));
    assertFalse(room.in(() -> room.recovery.areKept(account)));

    room.run(() -> room.recovery.keep(account, fresh));
    assertTrue(room.in(() -> room.recovery.areKept(account)));
    assertEquals(10, room.in(() -> room.recovery.left(account)));
    assertEquals(FactorOutcome.WRONG, room.confirm(account, old.get(1).read(), STRANGER, LATER));
    assertEquals(
        FactorOutcome.RECOVERED, room.confirm(account, fresh.get(0).read(), STRANGER, LATER));
  }

  /** A node of the release before knows whether codes are kept, and nothing of being in force. */
  @Test
  void recovery_codes_that_were_said_to_be_kept_on_an_older_node_are_in_force() throws Exception {
    room.addApp(account, "phone", NOW);
    List<RecoveryCode> old = room.keptCodes(account, NOW);
    List<RecoveryCode> fresh = room.in(() -> room.recovery.renew(account, NOW));
    change("update recovery_code set kept = true");
    assertEquals(
        FactorOutcome.RECOVERED, room.confirm(account, fresh.get(0).read(), STRANGER, LATER));
    List<RecoveryCode> next = room.in(() -> room.recovery.renew(account, NOW));
    room.run(() -> room.recovery.keep(account, next));
    assertEquals(FactorOutcome.WRONG, room.confirm(account, old.get(0).read(), STRANGER, LATER));
    assertEquals(FactorOutcome.WRONG, room.confirm(account, fresh.get(1).read(), STRANGER, LATER));
  }

  @Test
  void and_those_that_an_older_node_made_are_kept_once_a_newer_one_is_told() throws Exception {
    room.addApp(account, "phone", NOW);
    List<RecoveryCode> codes = room.in(() -> room.recovery.renew(account, NOW));
    change("update recovery_code set in_force = true");
    assertFalse(room.in(() -> room.recovery.areKept(account)));
    room.run(() -> room.recovery.keep(account, codes));
    assertTrue(room.in(() -> room.recovery.areKept(account)));
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = room.database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void new_recovery_codes_end_the_old_ones_and_the_last_app_takes_them_along() {
    room.addApp(account, "phone", NOW);
    RecoveryCode old = room.keptCodes(account, NOW).get(0);
    RecoveryCode fresh = room.keptCodes(account, NOW).get(0);
    assertEquals(FactorOutcome.WRONG, room.confirm(account, old.read(), STRANGER, LATER));
    room.in(
        () -> {
          room.factors.removeApp(account, room.apps.of(account).get(0).id());
          return null;
        });
    assertEquals(FactorOutcome.WRONG, room.confirm(account, fresh.read(), STRANGER, LATER));
  }

  @Test
  void another_accounts_app_is_found_by_nobody_else() {
    room.addApp(account, "phone", NOW);
    AppAuthenticator app = room.in(() -> room.apps.of(account)).get(0);
    AccountId other = room.open("bert", NOW);
    assertTrue(room.in(() -> room.apps.find(other, app.id())).isEmpty());
    room.in(
        () -> {
          room.factors.removeApp(other, app.id());
          return null;
        });
    assertEquals(1, room.in(() -> room.apps.of(account)).size());
  }

  private List<String> names() {
    return room.apps.of(account).stream().map(AppAuthenticator::name).toList();
  }

  private void fail(int times) {
    for (int attempt = 0; attempt < times; attempt++) {
      room.confirm(account, "000000", STRANGER, LATER);
    }
  }

  /** And each pays for one slow hash: see PasswordHasherTest. */
  @Test
  void a_name_that_is_not_there_costs_the_database_what_a_wrong_password_does() {
    Visitor withToken = new Visitor("203.0.113.9", "", Optional.of(BearerToken.random()));
    for (Visitor visitor : List.of(STRANGER, withToken)) {
      assertEquals(statements("anna", visitor), statements("nobody", visitor), visitor.toString());
    }
  }

  private long statements(String name, Visitor visitor) {
    long before = room.statements();
    assertFalse(room.passwordOpens(name, "not the password", visitor, LATER));
    return room.statements() - before;
  }

  private Visitor known(String address) {
    return knownIn(room, account, address);
  }

  private static Visitor knownIn(AccountRoom room, AccountId account, String address) {
    BearerToken token = room.in(() -> room.browsers.remember(account, visitor(address), NOW));
    return new Visitor(address, "a browser", Optional.of(token));
  }

  private static Visitor visitor(String address) {
    return new Visitor(address, "a browser", Optional.empty());
  }

  private static long accepted(int callers, Callable<FactorOutcome> attempt) throws Exception {
    return parallel(callers, attempt).stream().filter(FactorOutcome::isConfirmed).count();
  }

  private static List<FactorOutcome> parallel(int callers, Callable<FactorOutcome> attempt)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<FactorOutcome>> answers =
          threads.invokeAll(Stream.generate(() -> attempt).limit(callers).toList());
      List<FactorOutcome> outcomes = new java.util.ArrayList<>();
      for (Future<FactorOutcome> answer : answers) {
        outcomes.add(answer.get());
      }
      return outcomes;
    } finally {
      threads.shutdown();
    }
  }
}
