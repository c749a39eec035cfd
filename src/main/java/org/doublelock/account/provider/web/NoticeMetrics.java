package org.doublelock.account.provider.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;
import org.doublelock.metrics.Outcomes;

/** What the identity provider said of sign-outs there, by what came of it. */
@ApplicationScoped
class NoticeMetrics implements Measured {

  static final String TAKEN = "taken";
  static final String REFUSED = "refused";

  /** It could not be looked at, and was answered with 503: somebody may still be signed in. */
  static final String UNKNOWN = "unknown";

  private final Outcomes notices = new Outcomes(TAKEN, REFUSED, UNKNOWN);

  void count(String outcome) {
    notices.count(outcome);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.outcomes(
            "doublelock_sign_out_notices_total",
            "Notices of sign-outs at the identity provider by outcome.",
            "outcome",
            notices));
  }
}
