package org.doublelock.account.factor.web;

import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.web.form.FieldErrors;

/** Why one more app or passkey is not taken, as pages say it. */
final class FactorRefusals {

  private FactorRefusals() {}

  /**
   * Says it where that is what the outcome is.
   *
   * @param kind what it was to be, as message keys begin about it
   */
  static boolean say(FieldErrors errors, FactorOutcome outcome, String kind) {
    if (outcome == FactorOutcome.NAME_TAKEN) {
      errors.add("name", "authenticator.name.taken");
    } else if (outcome == FactorOutcome.FULL) {
      errors.add("", kind + ".too-many", AccountFactors.MAX);
    }
    return outcome == FactorOutcome.NAME_TAKEN || outcome == FactorOutcome.FULL;
  }
}
