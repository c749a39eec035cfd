package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.otp.OneTimePassword;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.SecondFactor;
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

  boolean isNeeded(KeySnapshot key, String function) {
    return key.secondFactor().filter(factor -> policy.asks(factor, function)).isPresent();
  }

  FactorCheck check(KeySnapshot key, String function, Optional<String> otp, Instant now) {
    if (!isNeeded(key, function)) {
      return new FactorCheck.NotNeeded();
    }
    if (otp.isEmpty()) {
      return new FactorCheck.Missing();
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
    if (!passwords.verify(otp, factor.hash())) {
      return new FactorCheck.Wrong();
    }
    key.rememberedPassword().remember(otp);
    return new FactorCheck.RightPassword(false);
  }

  /** Takes as long as a password does that is not remembered. */
  void takeTheTimeOfAHash(String otp) {
    passwords.verifyAbsent(otp);
  }
}
