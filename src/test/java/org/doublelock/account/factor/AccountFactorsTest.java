package org.doublelock.account.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.junit.jupiter.api.Test;

/** Two-factor sign-in goes on with the first factor and off with the last, wholly or not at all. */
class AccountFactorsTest extends OneAccount {

  private final BearerToken session = BearerToken.random();

  @Test
  void the_first_factor_brings_the_recovery_codes_and_no_other_does() {
    AddedFactor first = add("phone", room.factors);
    assertEquals(FactorOutcome.FIRST, first.outcome());
    assertEquals(RecoveryCodes.NUMBER, first.codes().size());
    assertEquals(
        first.codes(), room.in(() -> room.recovery.recognised(account, first.codes())), "its own");
    AddedFactor second = add("tablet", room.factors);
    assertEquals(FactorOutcome.CONFIRMED, second.outcome());
    assertEquals(List.of(), second.codes());
    assertEquals(first.codes(), room.in(() -> room.recovery.recognised(account, first.codes())));
  }

  @Test
  void a_first_factor_whose_recovery_codes_cannot_be_made_is_not_added() {
    AccountFactors failing = factors(new NoRecoveryCodes());
    assertThrows(IllegalStateException.class, () -> add("phone", failing));
    assertFalse(room.in(() -> room.factors.areOn(account)));
    assertEquals(FactorOutcome.FIRST, add("phone", room.factors).outcome());
  }

  @Test
  void one_of_several_is_removed_without_a_warning() {
    add("phone", room.factors);
    add("tablet", room.factors);
    assertEquals(RemovedFactor.REMOVED, remove(app("phone"), false));
    assertTrue(room.in(() -> room.factors.areOn(account)));
  }

  @Test
  void one_that_became_the_last_while_its_page_was_open_stays_until_its_holder_was_warned() {
    List<RecoveryCode> codes = add("phone", room.factors).codes();
    add("tablet", room.factors);
    UUID phone = app("phone");
    assertEquals(RemovedFactor.REMOVED, remove(app("tablet"), false));
    List<EventKind> before = room.events(account);
    assertEquals(RemovedFactor.UNWARNED, remove(phone, false));
    assertTrue(room.in(() -> room.factors.areOn(account)));
    assertEquals(codes, room.in(() -> room.recovery.recognised(account, codes)));
    assertEquals(before, room.events(account), "nothing happened");

    assertEquals(RemovedFactor.LAST_REMOVED, remove(phone, true));
    assertFalse(room.in(() -> room.factors.areOn(account)));
    assertEquals(Optional.empty(), room.in(() -> room.factors.onSince(account)));
    assertEquals(List.of(), room.in(() -> room.recovery.recognised(account, codes)));
  }

  @Test
  void one_that_is_gone_already_is_no_last_one() {
    add("phone", room.factors);
    add("tablet", room.factors);
    UUID phone = app("phone");
    assertEquals(RemovedFactor.REMOVED, remove(phone, false));
    assertEquals(RemovedFactor.REMOVED, remove(phone, false));
    assertTrue(room.in(() -> room.factors.areOn(account)));
  }

  /** As where the database fails between the two. */
  private static final class NoRecoveryCodes extends RecoveryCodes {
    @Override
    public List<RecoveryCode> renew(AccountId account, Instant now) {
      throw new IllegalStateException("no recovery codes can be made");
    }
  }

  private AccountFactors factors(RecoveryCodes recovery) {
    return new AccountFactors(
        room.entities(),
        room.apps,
        new Passkeys(room.entities(), new PasskeyChallenge()),
        recovery,
        EventsOn.recorder(room.transactions()),
        room.transactions().acting());
  }

  private AddedFactor add(String name, AccountFactors factors) {
    room.run(() -> room.apps.begin(account, new FactorName(name), Optional.empty(), session, NOW));
    String code =
        AccountRoom.code(
            room.in(() -> room.apps.current(account, session, NOW)).orElseThrow().secret(), NOW);
    return room.in(() -> factors.confirmApp(account, session, code, NOW));
  }

  private UUID app(String name) {
    return room.in(() -> room.apps.of(account)).stream()
        .filter(app -> app.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private RemovedFactor remove(UUID app, boolean warned) {
    return room.in(() -> room.factors.removeApp(account, app, warned));
  }
}
