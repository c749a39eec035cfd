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
    super(transactions.entities(), settings(), Clock.fixed(now, ZoneOffset.UTC));
    this.transactions = transactions;
  }

  /** That mail is on. */
  public static MailSettings settings() {
    return new MailSettings(Optional.empty(), Optional.of("demo"));
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
