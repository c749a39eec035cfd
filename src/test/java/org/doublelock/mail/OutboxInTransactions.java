package org.doublelock.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.Transactions;

/** The queue of mails, each step in a transaction, as a container has it. */
final class OutboxInTransactions extends Outbox {

  private final Transactions transactions;

  OutboxInTransactions(Transactions transactions, MailSettings settings, Clock clock) {
    super(transactions.entities(), settings, clock);
    this.transactions = transactions;
  }

  @Override
  public void queue(QueuedMail mail) {
    transactions.in(
        () -> {
          super.queue(mail);
          return null;
        });
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return transactions.in(() -> super.due(now, most));
  }

  @Override
  public Optional<QueuedMail> take(UUID id, Instant now) {
    return transactions.in(() -> super.take(id, now));
  }

  @Override
  public void sent(UUID id) {
    transactions.in(
        () -> {
          super.sent(id);
          return null;
        });
  }

  @Override
  public boolean failed(UUID id, Instant now) {
    return transactions.in(() -> super.failed(id, now));
  }

  @Override
  public long waiting() {
    return transactions.in(super::waiting);
  }
}
