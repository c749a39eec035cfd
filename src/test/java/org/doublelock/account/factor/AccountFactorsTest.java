package org.doublelock.account.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.BearerToken;
import org.doublelock.account.OneAccount;
import org.doublelock.activity.EventsOn;
import org.junit.jupiter.api.Test;

/** Two-factor sign-in goes on with the first factor, wholly or not at all. */
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
        EventsOn.recorder(room.transactions()));
  }

  private AddedFactor add(String name, AccountFactors factors) {
    room.run(() -> room.apps.begin(account, new FactorName(name), Optional.empty(), session, NOW));
    String code =
        AccountRoom.code(
            room.in(() -> room.apps.current(account, session, NOW)).orElseThrow().secret(), NOW);
    return room.in(() -> factors.confirmApp(account, session, code, NOW));
  }
}
