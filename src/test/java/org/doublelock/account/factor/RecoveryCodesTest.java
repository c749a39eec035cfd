package org.doublelock.account.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.doublelock.account.AccountId;
import org.doublelock.account.OneAccount;
import org.doublelock.activity.EventKind;
import org.junit.jupiter.api.Test;

/** New codes wait until they are said to be kept; each is good once. */
class RecoveryCodesTest extends OneAccount {

  @Test
  void new_ones_wait_and_open_nothing_until_they_are_kept() {
    List<RecoveryCode> codes = renew();
    assertEquals(RecoveryCodes.NUMBER, codes.size());
    assertEquals(RecoveryCodes.NUMBER, codes.stream().map(RecoveryCode::read).distinct().count());
    assertTrue(isAnyWaiting());
    assertFalse(areKept());
    assertEquals(0, left());
    assertFalse(use(codes.get(0)));
    keep(codes);
    assertFalse(isAnyWaiting());
    assertTrue(areKept());
    assertEquals(RecoveryCodes.NUMBER, left());
    assertTrue(use(codes.get(0)));
    assertFalse(use(codes.get(0)), "each once");
    assertEquals(RecoveryCodes.NUMBER - 1, left());
    assertEquals(
        List.of(EventKind.ACCOUNT_OPENED, EventKind.RECOVERY_CODES_MADE), room.events(account));
  }

  @Test
  void those_that_were_never_kept_are_gone_with_the_next_ones() {
    List<RecoveryCode> lost = renew();
    List<RecoveryCode> next = renew();
    assertEquals(List.of(), recognised(lost));
    assertEquals(next, recognised(next));
    keep(lost);
    assertTrue(isAnyWaiting(), "they are not on that page");
    keep(next);
    assertFalse(isAnyWaiting());
  }

  @Test
  void keeping_new_ones_ends_those_from_before() {
    List<RecoveryCode> old = renew();
    keep(old);
    List<RecoveryCode> next = renew();
    assertTrue(use(old.get(1)), "in force until then");
    keep(next);
    assertEquals(List.of(), recognised(old));
    assertFalse(use(old.get(2)));
    assertTrue(use(next.get(0)));
  }

  @Test
  void they_are_one_accounts() {
    List<RecoveryCode> codes = renew();
    keep(codes);
    AccountId other = room.open("bert", NOW);
    assertFalse(room.in(() -> room.recovery.use(other, codes.get(0), NOW)));
    assertEquals(List.of(), room.in(() -> room.recovery.recognised(other, codes)));
    room.run(() -> room.recovery.removeAll(other));
    assertEquals(RecoveryCodes.NUMBER, left());
    room.run(() -> room.recovery.removeAll(account));
    assertEquals(0, left());
    assertTrue(areKept(), "there is none to keep");
  }

  private List<RecoveryCode> renew() {
    return room.in(() -> room.recovery.renew(account, NOW));
  }

  private void keep(List<RecoveryCode> codes) {
    room.run(() -> room.recovery.keep(account, codes));
  }

  private boolean use(RecoveryCode code) {
    return room.in(() -> room.recovery.use(account, code, NOW));
  }

  private int left() {
    return room.in(() -> room.recovery.left(account));
  }

  private boolean isAnyWaiting() {
    return room.in(() -> room.recovery.isAnyWaiting(account));
  }

  private boolean areKept() {
    return room.in(() -> room.recovery.areKept(account));
  }

  private List<RecoveryCode> recognised(List<RecoveryCode> typed) {
    return room.in(() -> room.recovery.recognised(account, typed));
  }
}
