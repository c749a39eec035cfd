package org.doublelock.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.factor.FactorKind;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.factor.RecoveryCode;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.otp.SharedSecret;
import org.doublelock.vault.PasswordHash;
import org.junit.jupiter.api.Test;

/** What the owner of an account is told about it. */
class AccountEventsTest extends OneAccount {

  private static final Visitor STRANGER = new Visitor("192.0.2.1", "", Optional.empty());

  @Test
  void guesses_at_the_password_are_told_as_long_as_they_are_counted() {
    for (int guess = 0; guess < 30; guess++) {
      assertFalse(room.passwordOpens("anna", "a wrong one " + guess, STRANGER, NOW));
    }
    List<EventKind> told = room.events(account);
    assertEquals(
        GuessCount.FREE_FAILURES,
        Collections.frequency(told, EventKind.SIGN_IN_REFUSED),
        told.toString());
    assertEquals(EventKind.SIGN_IN_HELD_BACK, told.get(told.size() - 1));
    assertEquals(1, Collections.frequency(told, EventKind.SIGN_IN_HELD_BACK));
  }

  @Test
  void what_is_done_to_its_second_factor_is_told() {
    SharedSecret app = room.addApp(account, "phone", NOW);
    List<RecoveryCode> codes = room.keptCodes(account, NOW);
    assertTrue(room.confirm(account, codes.get(0).read(), STRANGER, NOW).isConfirmed());
    assertFalse(room.confirm(account, codes.get(0).read(), STRANGER, NOW).isConfirmed());
    Instant later = NOW.plusSeconds(60);
    assertTrue(room.confirm(account, AccountRoom.code(app, later), STRANGER, later).isConfirmed());
    room.in(
        () -> {
          room.factors.remove(account, FactorKind.APP, room.apps.of(account).get(0).id(), true);
          return null;
        });
    assertEquals(
        List.of(
            EventKind.ACCOUNT_OPENED,
            EventKind.AUTHENTICATOR_ADDED,
            EventKind.RECOVERY_CODES_MADE,
            EventKind.RECOVERY_CODES_MADE,
            EventKind.RECOVERY_CODE_USED,
            EventKind.SIGN_IN_CODE_REFUSED,
            EventKind.AUTHENTICATOR_REMOVED),
        room.events(account));
  }

  @Test
  void another_name_of_an_app_is_told_with_the_one_before_it_and_the_same_name_is_not() {
    room.addApp(account, "phone", NOW);
    UUID app = room.in(() -> room.apps.of(account)).get(0).id();
    room.run(() -> room.factors.rename(account, FactorKind.APP, app, new FactorName("phone")));
    room.run(
        () -> room.factors.rename(account, FactorKind.APP, app, new FactorName("stolen phone")));
    room.run(
        () ->
            room.factors.rename(
                account, FactorKind.APP, UUID.randomUUID(), new FactorName("tablet")));
    assertEquals("stolen phone", room.in(() -> room.apps.of(account)).get(0).name());
    List<EventKind> told = room.events(account);
    assertEquals(1, Collections.frequency(told, EventKind.AUTHENTICATOR_RENAMED));
    assertEquals(
        List.of("phone → stolen phone"),
        room.in(
            () ->
                room.entities()
                    .createQuery(
                        "select e.detail from SecurityEventRow e where e.kind = :kind",
                        String.class)
                    .setParameter("kind", EventKind.AUTHENTICATOR_RENAMED.code())
                    .getResultList()));
  }

  @Test
  void a_start_with_the_password_that_is_there_already_changes_nothing() {
    UserName anna = new UserName("anna");
    for (String password : List.of(AccountRoom.PASSWORD, "another lantern above it")) {
      for (int start = 0; start < 2; start++) {
        room.starting.openOrReset(anna, password, NOW);
      }
    }
    assertTrue(room.passwordOpens("anna", "another lantern above it", STRANGER, NOW));
    assertEquals(List.of(EventKind.ACCOUNT_OPENED, EventKind.PASSWORD_RESET), room.events(account));
  }

  @Test
  void a_changed_password_and_ended_sessions_are_told() {
    PasswordHash another = AccountRoom.hash("another lantern above it");
    room.in(
        () -> {
          BearerToken here = room.signIn(account, STRANGER, NOW);
          room.signIn(account, STRANGER, NOW);
          room.accounts.changePassword(account, another);
          room.sessions.endOthers(account, here);
          room.sessions.endOthers(account, here);
          return null;
        });
    assertEquals(
        List.of(EventKind.ACCOUNT_OPENED, EventKind.PASSWORD_CHANGED, EventKind.SESSION_ENDED),
        room.events(account));
  }
}
