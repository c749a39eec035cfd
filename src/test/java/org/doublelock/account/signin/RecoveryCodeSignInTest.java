package org.doublelock.account.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.doublelock.account.AccountId;
import org.doublelock.account.factor.FactorKind;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.factor.RecoveryCode;
import org.junit.jupiter.api.Test;

/** Signing in with a recovery code, and the codes in force. */
class RecoveryCodeSignInTest extends SignInAttempts {

  @Test
  void of_twenty_parallel_attempts_with_one_recovery_code_one_is_accepted() throws Exception {
    RecoveryCode code = room.keptCodes(account, NOW).get(0);
    assertEquals(1, accepted(20, () -> room.confirm(account, code.read(), STRANGER, LATER)));
    assertEquals(9, room.in(() -> room.recovery.left(account)));
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

  /** A node before 0.1.0 knew whether codes are kept, and nothing of being in force. */
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
          room.factors.remove(account, FactorKind.APP, room.apps.of(account).get(0).id(), true);
          return null;
        });
    assertEquals(FactorOutcome.WRONG, room.confirm(account, fresh.read(), STRANGER, LATER));
  }
}
