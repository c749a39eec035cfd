package org.doublelock.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What calls cost each: processor time, and what the database writes ahead of them. */
record Spent(Duration application, Duration database, Duration clients, long walBytes) {

  static final Spent NOTHING = new Spent(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

  /** Since each of them began. */
  static Spent until(MeasuredApplication app, DurablePostgres postgres) throws SQLException {
    return new Spent(
        of(app.pid()),
        processes(postgres).stream().map(Spent::of).reduce(Duration.ZERO, Duration::plus),
        of(ProcessHandle.current().pid()),
        written(postgres));
  }

  Spent minus(Spent earlier) {
    return new Spent(
        application.minus(earlier.application),
        database.minus(earlier.database),
        clients.minus(earlier.clients),
        walBytes - earlier.walBytes);
  }

  Spent plus(Spent other) {
    return new Spent(
        application.plus(other.application),
        database.plus(other.database),
        clients.plus(other.clients),
        walBytes + other.walBytes);
  }

  /** In a table's row, for each of the calls, beside the time that both cores had for it. */
  void tell(Table table, String what, Measured met) {
    double calls = met.latencies().length;
    table.measured(
        "processor time of " + what + ": application, database, clients",
        "%.0f, %.0f, %.0f µs of %.0f",
        micros(application) / calls,
        micros(database) / calls,
        micros(clients) / calls,
        micros(met.length()) * Runtime.getRuntime().availableProcessors() / calls);
    table.measured("written ahead for " + what, "%.0f bytes", walBytes / calls);
  }

  private static double micros(Duration time) {
    return time.toNanos() / 1e3;
  }

  private static long written(DurablePostgres postgres) throws SQLException {
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as bytes")) {
      row.next();
      return row.getLong("bytes");
    }
  }

  private static List<Long> processes(DurablePostgres postgres) throws SQLException {
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select pid from pg_stat_activity where pid <> pg_backend_pid()")) {
      List<Long> processes = new ArrayList<>();
      while (rows.next()) {
        processes.add(rows.getLong(1));
      }
      return processes;
    }
  }

  private static Duration of(long process) {
    return ProcessHandle.of(process)
        .flatMap(handle -> handle.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }
}
