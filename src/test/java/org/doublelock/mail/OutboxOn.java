package org.doublelock.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.doublelock.Transactions;

/** The mails that are to be sent, without a container, where mail is on. */
public final class OutboxOn extends Outbox {

  private final Transactions transactions;

  public OutboxOn(Transactions transactions, Instant now) {
    super(
        transactions.entities(),
        new MailSettings(Optional.empty(), Optional.of("demo")),
        Clock.fixed(now, ZoneOffset.UTC));
    this.transactions = transactions;
  }

  /** What waits, in no order. */
  public List<QueuedMail> queued() {
    return transactions.in(
        () ->
            transactions
                .entities()
                .createQuery("select m from QueuedMailRow m", QueuedMailRow.class)
                .getResultStream()
                .map(QueuedMailRow::mail)
                .toList());
  }
}
