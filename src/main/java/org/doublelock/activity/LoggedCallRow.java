package org.doublelock.activity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the call log as it is read; {@link CallLog} writes them, many at a time. */
@Entity
@Immutable
@Table(name = "call_log")
class LoggedCallRow {

  @Id private long id;
  private UUID accountId;
  private UUID apiKeyId;
  private long atMillis;
  private String function;
  private String address;
  private String refusal;
  private int calls;
  private long leaseUntil;

  protected LoggedCallRow() {
    // for JPA
  }

  Position position() {
    return new Position(atMillis, id);
  }

  LoggedCall call() {
    return new LoggedCall(
        accountId,
        apiKeyId,
        Instant.ofEpochMilli(atMillis),
        function,
        address,
        Optional.of(refusal).filter(reason -> !reason.isEmpty()),
        true,
        calls,
        Optional.of(leaseUntil).filter(until -> until > 0).map(Instant::ofEpochMilli));
  }
}
