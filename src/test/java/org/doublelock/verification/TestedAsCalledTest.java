package org.doublelock.verification;

import static org.doublelock.unlocking.LeasesOn.hour;
import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Test a key" runs the checks that calls run: it tells what the same call is told next. */
class TestedAsCalledTest extends TwoNodes {

  private static final long LAST = 1_000;
  private static final long OF_MICROSECONDS = LATER.toEpochMilli() * 1_000;
  private static final String PASSWORD = "seven-unusual-lamps";

  @Override
  Installation installation() {
    return memory();
  }

  /** How a key may stand. Its last nonce is {@link #LAST}, its codes are those of one secret. */
  private enum Standing {
    WITHOUT_FACTOR,
    WITH_APP,
    WITH_STRICT_CODES_USED,
    WITH_PASSWORD,
    WITH_WINDOW,
    LOCKED,
    UNLOCKED,
    UNLOCKED_FOR_OTHERS
  }

  private Caller caller;
  private String rightFactor;

  private void prepare(Standing standing) {
    caller = standing == Standing.WITH_WINDOW ? site.newKeyWithWindow(10) : site.newKey();
    rightFactor = "000000";
    if (standing == Standing.WITH_PASSWORD) {
      site.factors.enrolPassword(caller.key(), PASSWORD, NOW);
      rightFactor = PASSWORD;
    } else if (standing != Standing.WITHOUT_FACTOR) {
      boolean strict = standing == Standing.WITH_STRICT_CODES_USED;
      SharedSecret app = site.factors.enrolApp(caller.key(), strict, Set.of(), NOW);
      rightFactor = Caller.code(app, LATER, 0);
    }
    accepted(a, caller.call(LAST, rightFactor), LATER);
    switch (standing) {
      case LOCKED -> repeat(10, nonce -> a.verify(caller.call(LAST + nonce, "no code"), LATER));
      case UNLOCKED -> site.leases.grant(caller.id(), hour("Balance", "Nothing")).orElseThrow();
      case UNLOCKED_FOR_OTHERS -> site.leases.grant(caller.id(), hour("Withdraw")).orElseThrow();
      default -> {
        // it stands
      }
    }
  }

  private static void repeat(int times, Consumer<Integer> deed) {
    for (int time = 1; time <= times; time++) {
      deed.accept(time);
    }
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void whatever_is_sent_to_a_key_however_it_stands(Standing standing) {
    List<String> functions =
        standing == Standing.WITH_PASSWORD // whose hashes take long
            ? List.of("Balance")
            : List.of("Balance", "AddOrder", "UnlockKey", "Nothing");
    for (String function : functions) {
      prepare(standing);
      Caller calling = caller.calling(function);
      for (long nonce : new long[] {LAST - 5, LAST, LAST + 20, OF_MICROSECONDS, -9}) {
        assertToldAlike(Caller.withSignature(calling.call(nonce), "x"), 15);
        assertToldAlike(calling.call(nonce), 15);
        assertToldAlike(calling.call(nonce + 1, "no code"), 15);
        assertToldAlike(calling.call(nonce + 2, rightFactor), 15);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void beyond_the_call_rate(Standing standing) {
    prepare(standing);
    for (long nonce : new long[] {LAST, LAST + 20, OF_MICROSECONDS}) {
      assertToldAlike(caller.calling("Ledgers").call(nonce, rightFactor), 1);
    }
  }

  private void assertToldAlike(SignedCall call, double rate) {
    Optional<String> tested = site.dryRun(rate).test(caller.key(), call, LATER).answer();
    Verdict verdict = site.node("all-calls", rate, 0).verify(call, LATER);
    Optional<String> called =
        verdict instanceof Verdict.Refused refused
            ? Optional.of(refused.reason().wireError())
            : Optional.empty();
    assertEquals(called, tested, () -> verdict + " of " + call);
  }
}
