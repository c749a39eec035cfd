package org.doublelock.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whose processor time a call takes: the application's, the database's, the clients'. Where both
 * cores are busy, this and no waiting is what bounds the rate.
 */
final class ProcessorTimes {

  private static final int SECONDS = 8;
  private static final int[] CLIENTS = {8, 32};

  private ProcessorTimes() {}

  static void measure(MeasuredApplication app, DurablePostgres postgres, Table table)
      throws SQLException, IOException {
    app.callUntilItIsCompiled(
        Benchmarks.LONGEST_WARM_UP,
        () -> {
          app.exactly(8, 10_000);
          app.posts("/0/benchmark/row", 8, SECONDS / 2);
          app.posts("/0/benchmark/waiting", 8, SECONDS / 4);
          app.posts("/0/benchmark/empty", 8, SECONDS / 4);
        });
    for (int clients : CLIENTS) {
      String at = " at %d clients".formatted(clients);
      row(app, postgres, table, "an empty post" + at, () -> posts(app, "empty", clients));
      row(
          app,
          postgres,
          table,
          "a post that sleeps once" + at,
          () -> posts(app, "waiting", clients));
      row(app, postgres, table, "a post that updates a row" + at, () -> posts(app, "row", clients));
      row(app, postgres, table, "a signed call" + at, () -> app.signedCalls(clients, SECONDS));
    }
  }

  private static Measured posts(MeasuredApplication app, String kind, int clients) {
    return app.posts("/0/benchmark/" + kind, clients, SECONDS);
  }

  private static void row(
      MeasuredApplication app,
      DurablePostgres postgres,
      Table table,
      String what,
      Supplier<Measured> load)
      throws SQLException {
    Spent before = Spent.until(app, postgres);
    Measured met = load.get();
    Spent after = Spent.until(app, postgres);
    double calls = met.latencies().length;
    table.measured(
        "processor time of " + what + ": application, database, clients",
        "%.0f, %.0f, %.0f µs of %.0f",
        micros(before.application(), after.application()) / calls,
        micros(before.database(), after.database()) / calls,
        micros(before.clients(), after.clients()) / calls,
        met.length().toNanos() / 1e3 * Runtime.getRuntime().availableProcessors() / calls);
  }

  private static double micros(Duration before, Duration after) {
    return after.minus(before).toNanos() / 1e3;
  }

  /** What each has used since it began. */
  private record Spent(Duration application, Duration database, Duration clients) {

    static Spent until(MeasuredApplication app, DurablePostgres postgres) throws SQLException {
      return new Spent(
          of(app.pid()),
          processes(postgres).stream().map(Spent::of).reduce(Duration.ZERO, Duration::plus),
          of(ProcessHandle.current().pid()));
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
}
