package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.PrivateFunction;
import org.doublelock.otp.OneTimePassword;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.vault.HashingLine;
import org.doublelock.vault.PasswordHasher;

/** Checks the second factor of a call whose signature is right. Changes nothing. */
@ApplicationScoped
class SecondFactorCheck {

  private PasswordHasher passwords;
  private ActionPolicy policy;

  protected SecondFactorCheck() {
    // for the CDI proxy
  }

  @Inject
  SecondFactorCheck(PasswordHasher passwords, ActionPolicy policy) {
    this.passwords = passwords;
    this.policy = policy;
  }

  boolean isNeeded(CheckedCall call) {
    return call.key().secondFactor().filter(factor -> asks(factor, call)).isPresent();
  }

  private boolean asks(SecondFactor factor, CheckedCall call) {
    return needOf(call).asks(() -> policy.asks(factor, call.sent().function()));
  }

  private static FactorNeed needOf(CheckedCall call) {
    return call.function().map(PrivateFunction::factorNeed).orElse(FactorNeed.AS_CHOSEN);
  }

  /** Whether checking it takes a slow hash. */
  boolean isSlow(CheckedCall call) {
    return isNeeded(call)
        && call.key().secondFactor().orElseThrow() instanceof SecondFactor.StaticPassword
        && call.body()
            .otp()
            .filter(sent -> !call.key().rememberedPassword().matches(sent))
            .isPresent();
  }

  FactorCheck check(CheckedCall call) {
    if (!isNeeded(call)) {
      return new FactorCheck.NotNeeded();
    }
    Optional<String> otp = call.body().otp();
    if (otp.isEmpty()) {
      return needOf(call) == FactorNeed.ALWAYS
          ? new FactorCheck.Missing(Refusal.OTP_MISSING)
          : LeaseBounds.check(call);
    }
    SecondFactor factor = call.key().secondFactor().orElseThrow();
    if (factor instanceof SecondFactor.Totp totp) {
      return checkCode(totp, otp.get(), call.now());
    }
    return checkPassword(call.key(), (SecondFactor.StaticPassword) factor, otp.get());
  }

  private static FactorCheck checkCode(SecondFactor.Totp totp, String otp, Instant now) {
    Optional<TimeStep> step =
        OneTimePassword.parse(otp).flatMap(code -> TotpVerifier.verify(totp.secret(), code, now));
    return step.isPresent()
        ? new FactorCheck.RightCode(step.get().value(), totp.strictCodes())
        : new FactorCheck.Wrong();
  }

  private FactorCheck checkPassword(
      KeySnapshot key, SecondFactor.StaticPassword factor, String otp) {
    if (key.rememberedPassword().matches(otp)) {
      return new FactorCheck.RightPassword(true);
    }
    if (!passwords.verify(otp, factor.hash(), HashingLine.KNOWN)) {
      return new FactorCheck.Wrong();
    }
    key.rememberedPassword().remember(otp);
    return new FactorCheck.RightPassword(false);
  }

  /** Takes as long as a password does that is not remembered. */
  void takeTheTimeOfAHash(String otp) {
    passwords.verifyAbsent(otp, HashingLine.KNOWN);
  }
}
