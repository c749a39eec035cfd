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

  @Test
  void an_app_whose_name_was_given_to_another_while_it_was_set_up_is_added_under_another_name() {
    add("tablet", room.factors);
    String code = begin("Phone", Optional.empty());
    UUID tablet = app("tablet");
    assertTrue(rename(tablet, "phone"));
    List<EventKind> before = room.events(account);
    assertEquals(FactorOutcome.NAME_TAKEN, confirm(code));
    assertEquals(before, room.events(account));
    assertTrue(rename(tablet, "tablet"));
    assertEquals(FactorOutcome.CONFIRMED, confirm(code), "the code was not used up");
  }

  @Test
  void an_app_is_not_called_what_another_is_but_may_be_spelled_anew() {
    add("phone", room.factors);
    add("tablet", room.factors);
    List<EventKind> before = room.events(account);
    assertFalse(rename(app("tablet"), "PHONE"));
    assertEquals(before, room.events(account));
    assertTrue(rename(app("tablet"), "Tablet"));
    assertTrue(rename(UUID.randomUUID(), "lost"), "gone meanwhile");
  }

  @Test
  void an_app_that_takes_anothers_place_may_have_its_name_and_needs_no_room() {
    for (int number = 1; number < AccountFactors.MAX; number++) {
      add("app " + number, room.factors);
    }
    String eleventh = begin("one more", Optional.empty());
    room.addApp(account, "tenth", NOW);
    assertEquals(FactorOutcome.NOTHING_TO_CONFIRM, confirm(eleventh), "taken over");
    assertEquals(FactorOutcome.FULL, confirm(begin("one more", Optional.empty())));
    assertEquals(FactorOutcome.CONFIRMED, confirm(begin("APP 1", Optional.of(app("app 1")))));
    assertEquals(AccountFactors.MAX, room.in(() -> room.factors.number(account)));
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
    String code = begin(name, Optional.empty());
    return room.in(() -> factors.confirmApp(account, session, code, NOW));
  }

  /** Begins to add an app; returns the code that it shows. */
  private String begin(String name, Optional<UUID> replaced) {
    room.run(() -> room.apps.begin(account, new FactorName(name), replaced, session, NOW));
    return AccountRoom.code(
        room.in(() -> room.apps.current(account, session, NOW)).orElseThrow().secret(), NOW);
  }

  private FactorOutcome confirm(String code) {
    return room.in(() -> room.factors.confirmApp(account, session, code, NOW)).outcome();
  }

  private boolean rename(UUID app, String name) {
    return room.in(() -> room.factors.rename(account, FactorKind.APP, app, new FactorName(name)));
  }

  private UUID app(String name) {
    return room.in(() -> room.apps.of(account)).stream()
        .filter(app -> app.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private RemovedFactor remove(UUID app, boolean warned) {
    return room.in(() -> room.factors.remove(account, FactorKind.APP, app, warned));
  }
}
