package org.doublelock.sandbox.export;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.HistoryWindow;
import org.doublelock.sandbox.PublicId;

/** A file that was asked for, and how far it is. */
@Entity(name = "Export")
@Table(name = "exchange_export")
class Export {

  /** Where the file stands. */
  enum State {
    QUEUED,
    PROCESSING,
    PROCESSED;

    String code() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  @Id private String id;

  @Column(name = "account_id")
  private UUID account;

  @Enumerated(EnumType.STRING)
  private Report report;

  private String description;

  @Enumerated(EnumType.STRING)
  private TableFormat format;

  private String fields;

  @Column(name = "data_from")
  private Instant from;

  @Column(name = "data_until")
  private Instant until;

  @Column(name = "query_after")
  private Instant permittedAfter;

  @Column(name = "query_until")
  private Instant permittedUntil;

  @Enumerated(EnumType.STRING)
  private State state;

  private Instant createdAt;
  private Instant startedAt;
  private Instant completedAt;

  protected Export() {
    // for JPA
  }

  /**
   * @param permitted what the key that asks may query; the file has no more
   */
  Export(
      AccountId account,
      Report report,
      String description,
      TableFormat format,
      String fields,
      Instant from,
      Instant until,
      HistoryWindow permitted,
      Instant now) {
    this.id = PublicId.export();
    this.account = account.value();
    this.report = report;
    this.description = description;
    this.format = format;
    this.fields = fields;
    this.from = from;
    this.until = until;
    this.permittedAfter = permitted.after();
    this.permittedUntil = permitted.until();
    this.state = State.QUEUED;
    this.createdAt = now;
  }

  /**
   * Whether it is to be written.
   *
   * @param longAgo whoever began it before is taken to be gone
   */
  boolean waits(Instant longAgo) {
    return state == State.QUEUED || state == State.PROCESSING && startedAt.isBefore(longAgo);
  }

  void begin(Instant now) {
    state = State.PROCESSING;
    startedAt = now;
  }

  void complete(Instant now) {
    state = State.PROCESSED;
    completedAt = now;
  }

  String id() {
    return id;
  }

  UUID account() {
    return account;
  }

  /** Whether it is of the caller's account, and has nothing that its key may not query. */
  boolean isKnownTo(FunctionCaller caller) {
    HistoryWindow permitted = HistoryWindow.permitted(caller);
    return account.equals(caller.account().value())
        && !after().isBefore(permitted.after())
        && !last().isAfter(permitted.until());
  }

  Report report() {
    return report;
  }

  String description() {
    return description;
  }

  TableFormat format() {
    return format;
  }

  String fields() {
    return fields;
  }

  Instant from() {
    return from;
  }

  Instant until() {
    return until;
  }

  /** Nothing from this instant or before it stands in the file. */
  Instant after() {
    Instant before = from.minusNanos(1_000);
    return before.isAfter(permittedAfter) ? before : permittedAfter;
  }

  /** Nothing after this instant does. */
  Instant last() {
    return until.isBefore(permittedUntil) ? until : permittedUntil;
  }

  State state() {
    return state;
  }

  Instant createdAt() {
    return createdAt;
  }

  Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  Optional<Instant> completedAt() {
    return Optional.ofNullable(completedAt);
  }
}
