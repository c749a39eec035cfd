package org.doublelock.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.doublelock.metrics.Gauge;

/** Shows an operator when mails do not get away. */
@ApplicationScoped
class QueueLength implements Gauge {

  @Inject private Outbox outbox;

  @Override
  public String name() {
    return "doublelock_mails_queued";
  }

  @Override
  public String help() {
    return "Mails in the database that wait to be sent, by any node.";
  }

  @Override
  public double value() {
    return outbox.waiting();
  }
}
