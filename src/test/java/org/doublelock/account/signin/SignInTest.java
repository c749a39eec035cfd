package org.doublelock.account.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.SignInState;
import org.doublelock.account.factor.FactorKind;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.factor.KeptFactor;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.otp.SharedSecret;
import org.doublelock.vault.PasswordHash;
import org.junit.jupiter.api.Test;

/** Signing in with a password and a code of an app. */
class SignInTest extends SignInAttempts {

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

  @Test
  void who_is_signed_in_confirms_with_the_password_and_a_wrong_one_is_told_as_such() {
    Visitor home = known("192.0.2.1");
    assertTrue(room.signIn.confirm(account, AccountRoom.PASSWORD, home, NOW));
    assertFalse(room.signIn.confirm(account, "not the password", home, NOW));
    assertEquals(
        List.of(EventKind.ACCOUNT_OPENED, EventKind.STEP_UP_REFUSED), room.events(account));
    assertFalse(room.signIn.confirm(AccountId.random(), AccountRoom.PASSWORD, home, NOW));
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
          KeptFactor first = room.apps.of(account).get(0);
          room.factors.remove(account, FactorKind.APP, first.id(), false);
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
    KeptFactor replaced = room.in(() -> room.apps.of(account)).get(0);
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

  private long events(EventKind kind) {
    return room.events(account).stream().filter(kind::equals).count();
  }

  @Test
  void of_twenty_parallel_attempts_with_one_code_one_is_accepted() throws Exception {
    SharedSecret secret = room.addApp(account, "phone", NOW);
    Visitor owner = known("192.0.2.1");
    String code = AccountRoom.code(secret, LATER);
    assertEquals(1, accepted(20, () -> room.confirm(account, code, owner, LATER)));
  }

  @Test
  void another_accounts_app_is_found_by_nobody_else() {
    room.addApp(account, "phone", NOW);
    KeptFactor app = room.in(() -> room.apps.of(account)).get(0);
    AccountId other = room.open("bert", NOW);
    assertTrue(room.in(() -> room.apps.find(other, app.id())).isEmpty());
    room.in(
        () -> {
          room.factors.remove(other, FactorKind.APP, app.id(), true);
          return null;
        });
    assertEquals(1, room.in(() -> room.apps.of(account)).size());
  }

  private List<String> names() {
    return room.apps.of(account).stream().map(KeptFactor::name).toList();
  }

  /** And each pays for one slow hash: see PasswordHasherTest. */
  @Test
  void a_name_that_is_not_there_costs_the_database_what_a_wrong_password_does() {
    Visitor withToken = new Visitor("203.0.113.9", "", Optional.of(BearerToken.random()));
    for (Visitor visitor : List.of(STRANGER, withToken)) {
      assertEquals(statements("anna", visitor), statements("nobody", visitor), visitor.toString());
    }
  }

  @Test
  void nor_does_it_once_the_guesses_at_the_account_count_no_more() {
    for (int attempt = 0; attempt < 10; attempt++) {
      assertFalse(room.passwordOpens("anna", "not the password", STRANGER, LATER));
    }
    List<EventKind> before = room.events(account);
    assertEquals(statements("nobody", STRANGER), statements("anna", STRANGER));
    assertEquals(
        statements("nobody", STRANGER), statements("anna", AccountRoom.PASSWORD, STRANGER));
    assertEquals(before, room.events(account), "its owner is told of none of them");
  }

  @Test
  void at_a_locked_account_the_right_password_does_what_a_wrong_one_does() {
    room.run(() -> room.accounts.lock(account, NOW));
    long wrong = statements("anna", STRANGER);
    assertEquals(wrong, statements("anna", AccountRoom.PASSWORD, STRANGER));
    assertEquals(2, events(EventKind.SIGN_IN_REFUSED));
    assertEquals(8, room.in(() -> signInState().password().triesLeft(LATER)));
  }

  private SignInState signInState() {
    return room.entities().find(SignInState.class, account.value());
  }

  private long statements(String name, Visitor visitor) {
    return statements(name, "not the password", visitor);
  }

  private long statements(String name, String password, Visitor visitor) {
    long before = room.statements();
    assertFalse(room.passwordOpens(name, password, visitor, LATER));
    return room.statements() - before;
  }
}
