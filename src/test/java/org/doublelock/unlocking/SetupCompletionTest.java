package org.doublelock.unlocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.BearerToken;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.apikey.KeyOnH2;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.Enrolment;
import org.doublelock.secondfactor.FactorsOn;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.unlocking.SetupCompletion.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last step of a setup: the factor and the choice about unlocking, or neither. */
class SetupCompletionTest extends KeyOnH2 {

  private static final UnlockChoice NEVER = new UnlockChoice(false, Duration.ofHours(1), false);

  private final BearerToken session = BearerToken.random();

  private FactorsOn factors;

  @BeforeEach
  void a_confirmed_app() {
    factors = new FactorsOn(transactions, vault);
    confirmAnotherApp();
  }

  private void confirmAnotherApp() {
    factors.begin(key, session, NOW);
    SharedSecret secret =
        ((Enrolment.AwaitingCode) factors.current(key, session, NOW).orElseThrow()).secret();
    String code = TotpVerifier.generate(secret, TimeStep.at(NOW)).read();
    transactions.in(() -> factors.enrolments().confirmCode(key.id(), session, code, NOW));
  }

  @Test
  void stores_the_choice_with_the_factor() {
    assertEquals(Outcome.ON, complete(choices(policy(true)), policy(true)));
    assertEquals(NEVER, held());
  }

  @Test
  void suggests_for_another_app_what_its_owner_has_chosen_before() {
    assertEquals(UnlockChoice.before(SecondFactorMethod.TOTP, policy(true)), suggested());
    complete(choices(policy(true)), policy(true));
    confirmAnotherApp();
    assertEquals(NEVER, suggested());
    assertEquals(Outcome.ON, complete(suggested().mark(), suggested()));
    assertEquals(NEVER, held());
  }

  @Test
  void suggests_it_too_after_two_factor_authentication_was_off() {
    complete(choices(policy(true)), policy(true));
    factors.remove(key.id());
    confirmAnotherApp();
    assertEquals(NEVER, suggested());
    assertEquals(Outcome.ON, complete(suggested().mark(), suggested()));
    assertEquals(NEVER, held());
  }

  @Test
  void takes_back_nothing_that_was_chosen_after_the_page_was_opened() {
    complete(suggested().mark(), suggested());
    SecondFactor old = factors.of(key.id()).orElseThrow();
    confirmAnotherApp();
    UnlockChoice seen = suggested();
    transactions.in(() -> choices(policy(true)).change(key.id(), seen.mark(), NEVER));

    assertEquals(Outcome.CHOICE_CHANGED, complete(seen.mark(), seen));
    assertEquals(NEVER, held());
    assertEquals(Optional.of(old), factors.of(key.id()));
    assertEquals(Outcome.ON, complete(suggested().mark(), suggested()));
    assertEquals(NEVER, held());
  }

  @Test
  void asks_no_old_page_about_the_choice_where_nothing_is_to_be_completed() {
    UnlockChoice seen = suggested();
    assertEquals(Outcome.ON, complete(seen.mark(), NEVER));
    assertEquals(Outcome.NOTHING_CONFIRMED, complete(seen.mark(), NEVER), "sent twice");
  }

  @Test
  void turns_nothing_on_where_the_choice_cannot_be_stored_and_does_both_when_sent_again() {
    UnlockChoices failing =
        new UnlockChoices() {
          @Override
          public boolean isStill(ApiKeyId id, String seen) {
            return true;
          }

          @Override
          public void atSetup(ApiKeyId id, UnlockChoice choice) {
            throw new IllegalStateException("the choice cannot be stored");
          }
        };
    assertThrows(IllegalStateException.class, () -> complete(failing, policy(true)));
    assertEquals(Optional.empty(), factors.of(key.id()));
    stores_the_choice_with_the_factor();
  }

  @Test
  void stores_nothing_where_no_key_may_be_unlocked_or_nothing_was_confirmed() {
    assertEquals(Outcome.ON, complete(choices(policy(false)), policy(false)));
    assertEquals(
        Outcome.NOTHING_CONFIRMED,
        complete(choices(policy(true)), policy(true)),
        "it is done already");
    assertEquals(
        UnlockChoice.before(factors.of(key.id()).orElseThrow().method(), policy(true)),
        transactions.in(() -> choices(policy(true)).of(key.id())).orElseThrow());
  }

  private Outcome complete(UnlockChoices choices, UnlockPolicy policy) {
    return complete(choices, policy, suggested().mark(), NEVER);
  }

  /** With what the page showed, and what was chosen on it. */
  private Outcome complete(String seen, UnlockChoice choice) {
    return complete(choices(policy(true)), policy(true), seen, choice);
  }

  private Outcome complete(
      UnlockChoices choices, UnlockPolicy policy, String seen, UnlockChoice choice) {
    SetupCompletion setup = new SetupCompletion(factors.enrolments(), choices, policy);
    return transactions.in(
        () ->
            setup.complete(
                key.id(), session, ChosenActions.of(Set.of(), null), false, seen, choice, NOW));
  }

  private UnlockChoice held() {
    return transactions.in(() -> choices(policy(true)).of(key.id())).orElseThrow();
  }

  private UnlockChoice suggested() {
    return transactions.in(
        () -> choices(policy(true)).suggested(key.id(), SecondFactorMethod.TOTP));
  }

  private UnlockChoices choices(UnlockPolicy policy) {
    return new UnlockChoices(
        transactions.entities(),
        factors,
        policy,
        ApiKeysOn.epoch(transactions),
        ApiKeysOn.events(transactions));
  }

  private static UnlockPolicy policy(boolean allowed) {
    return new UnlockPolicy(allowed, "PT24H", true);
  }
}
