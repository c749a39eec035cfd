package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionRegistry;
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
  private FunctionRegistry functions;

  protected SecondFactorCheck() {
    // for the CDI proxy
  }

  @Inject
  SecondFactorCheck(PasswordHasher passwords, ActionPolicy policy, FunctionRegistry functions) {
    this.passwords = passwords;
    this.policy = policy;
    this.functions = functions;
  }

  boolean isNeeded(KeySnapshot key, String function) {
    return key.secondFactor().filter(factor -> asks(factor, function)).isPresent();
  }

  private boolean asks(SecondFactor factor, String function) {
    return switch (need(functions.find(function))) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AS_CHOSEN -> policy.asks(factor, function);
    };
  }

  private static FactorNeed need(Optional<PrivateFunction> function) {
    return function.map(PrivateFunction::factorNeed).orElse(FactorNeed.AS_CHOSEN);
  }

  FactorCheck check(KeySnapshot key, SignedCall call, CallBody body, Instant now) {
    if (!isNeeded(key, call.function())) {
      return new FactorCheck.NotNeeded();
    }
    Optional<String> otp = body.otp();
    if (otp.isEmpty()) {
      Optional<PrivateFunction> function = functions.find(call.function());
      return need(function) == FactorNeed.ALWAYS
          ? new FactorCheck.Missing(Refusal.OTP_MISSING)
          : LeaseBounds.check(key, call, body, function, now);
    }
    SecondFactor factor = key.secondFactor().orElseThrow();
    if (factor instanceof SecondFactor.Totp totp) {
      return checkCode(totp, otp.get(), now);
    }
    return checkPassword(key, (SecondFactor.StaticPassword) factor, otp.get());
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
