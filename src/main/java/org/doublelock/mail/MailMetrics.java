package org.doublelock.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;
import org.doublelock.metrics.Outcomes;

/** Shows an operator when mails do not get away. */
@ApplicationScoped
class MailMetrics implements Measured {

  static final String SENT = "sent";

  /** It could not be sent now and is tried again. */
  static final String POSTPONED = "postponed";

  /** The server will never take it. */
  static final String REFUSED = "refused";

  /** It was tried for too long. */
  static final String GIVEN_UP = "given-up";

  private final Outcomes mails = new Outcomes(SENT, POSTPONED, REFUSED, GIVEN_UP);

  @Inject private Outbox outbox;

  void count(String outcome) {
    mails.count(outcome);
  }

  /** How often so far. */
  long times(String outcome) {
    return mails.times(outcome);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.outcomes(
            "doublelock_mails_total", "Tries to send a mail by outcome.", "outcome", mails),
        Metric.fromDatabase(
            "doublelock_mails_queued",
            "Mails in the database that wait to be sent, by any node.",
            () -> outbox.waiting()));
  }
}
