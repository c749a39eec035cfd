package org.doublelock.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import javax.sql.DataSource;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;

/**
 * Writes down every call of a known key. A refused one is in the database before it is answered; an
 * accepted one within a second or so, many at a time, because its nonce has been stored already and
 * a second commit would cost as much as the whole call.
 */
@ApplicationScoped
public class CallLog implements Measured {

  /** Where the database is away that long, calls are refused anyhow. */
  private static final int MAX_WAITING = 100_000;

  private static final int MAX_TOGETHER = 5_000;

  /** One statement however many rows; both databases know arrays. */
  private static final String INSERT =
      "insert into call_log (account_id, api_key_id, at_millis, function, address, refusal, calls,"
          + " lease_until)"
          + " select * from unnest(cast(? as uuid array), cast(? as uuid array),"
          + " cast(? as bigint array), cast(? as varchar(64) array), cast(? as varchar(64) array),"
          + " cast(? as varchar(32) array), cast(? as integer array), cast(? as bigint array))";

  @Inject private DataSource database;

  private final BlockingQueue<LoggedCall> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final RefusalFlood flood = new RefusalFlood();
  private final LongAdder lost = new LongAdder();

  protected CallLog() {
    // for the CDI proxy
  }

  public CallLog(DataSource database) {
    this.database = database;
  }

  /** Never waits: what finds no room is counted as lost. */
  public void accepted(LoggedCall call) {
    queue(call);
  }

  /**
   * Returns when it is written; in a flood of refusals of one key, when it is counted.
   *
   * @throws SQLException when the database did not take it
   */
  public void refused(LoggedCall call) throws SQLException {
    if (flood.admits(call)) {
      insert(List.of(call));
    }
  }

  /** Like {@link #refused}, but never waits. */
  public void refusedUnwaited(LoggedCall call) {
    if (flood.admits(call)) {
      queue(call);
    }
  }

  /** Writes what waits; what could not be written waits on. */
  void write(Instant now) throws SQLException {
    flood.over(now).forEach(this::queue);
    List<LoggedCall> together = new ArrayList<>(MAX_TOGETHER);
    while (waiting.drainTo(together, MAX_TOGETHER) > 0) {
      try {
        insert(together);
      } catch (SQLException failed) {
        together.forEach(this::queue);
        throw failed;
      }
      together.clear();
    }
  }

  /** Shows an operator when the log has holes. */
  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.counter(
            "doublelock_call_log_lost_total",
            "Accepted calls that are missing from the call log.",
            this::lost));
  }

  long lost() {
    return lost.sum();
  }

  private void queue(LoggedCall call) {
    if (!waiting.offer(call)) {
      lost.increment();
    }
  }

  private void insert(List<LoggedCall> calls) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      array(connection, insert, 1, "uuid", calls, LoggedCall::account);
      array(connection, insert, 2, "uuid", calls, LoggedCall::apiKey);
      array(connection, insert, 3, "int8", calls, call -> call.at().toEpochMilli());
      array(connection, insert, 4, "varchar", calls, LoggedCall::function);
      array(connection, insert, 5, "varchar", calls, LoggedCall::address);
      array(connection, insert, 6, "varchar", calls, call -> call.refusal().orElse(""));
      array(connection, insert, 7, "int4", calls, LoggedCall::calls);
      array(
          connection,
          insert,
          8,
          "int8",
          calls,
          call -> call.leaseUntil().map(Instant::toEpochMilli).orElse(0L));
      insert.executeUpdate();
    }
  }

  private static void array(
      Connection connection,
      PreparedStatement insert,
      int index,
      String type,
      List<LoggedCall> calls,
      Function<LoggedCall, Object> column)
      throws SQLException {
    insert.setArray(index, connection.createArrayOf(type, calls.stream().map(column).toArray()));
  }
}
