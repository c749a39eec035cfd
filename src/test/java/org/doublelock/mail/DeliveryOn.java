package org.doublelock.mail;

import java.time.Clock;
import java.util.Optional;
import org.doublelock.Transactions;

/** The queue of mails and what sends them, without a container, to an SMTP server of the test's. */
public final class DeliveryOn {

  private final OutboxInTransactions outbox;
  private final MailSettings settings;
  private final MailMetrics metrics = new MailMetrics();
  private final Clock clock;

  /**
   * @param port of the server on this machine
   */
  public DeliveryOn(Transactions transactions, int port, Clock clock) {
    this.settings =
        new MailSettings(
            Optional.of(
                new SmtpServer(
                    "127.0.0.1",
                    port,
                    SmtpSecurity.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    "doublelock@example.com",
                    "lock.example")),
            Optional.empty());
    this.outbox = new OutboxInTransactions(transactions, settings, clock);
    this.clock = clock;
  }

  public Outbox outbox() {
    return outbox;
  }

  /** What the timer does every few seconds. */
  public void tick(Composer composer) {
    new MailDelivery(outbox, settings, composer, metrics, clock).sendDue();
  }
}
