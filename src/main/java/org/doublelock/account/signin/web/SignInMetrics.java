package org.doublelock.account.signin.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;
import org.doublelock.metrics.Outcomes;

/** Tries to sign in by what came of them. */
@ApplicationScoped
public class SignInMetrics implements Measured {

  static final String SIGNED_IN = "signed-in";

  /** No such account, a wrong password, or no guess counts now. */
  static final String PASSWORD_REFUSED = "password-refused";

  /** The password was right, and the account has a second factor. */
  public static final String FACTOR_ASKED = "factor-asked";

  static final String FACTOR_REFUSED = "factor-refused";

  /** The ways into the account were ended while it went on. */
  static final String OVERTAKEN = "overtaken";

  /** What the identity provider answered was no, or not believed, or opened no account. */
  public static final String PROVIDER_REFUSED = "provider-refused";

  /** Too many passwords were being hashed. */
  static final String BUSY = "busy";

  private final Outcomes signIns =
      new Outcomes(
          SIGNED_IN,
          PASSWORD_REFUSED,
          FACTOR_ASKED,
          FACTOR_REFUSED,
          PROVIDER_REFUSED,
          OVERTAKEN,
          BUSY);

  /**
   * @param outcome one of the constants
   */
  public void count(String outcome) {
    signIns.count(outcome);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.outcomes(
            "doublelock_sign_ins_total",
            "Steps of signing in to the pages by outcome.",
            "outcome",
            signIns));
  }
}
