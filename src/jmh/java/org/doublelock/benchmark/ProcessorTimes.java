package org.doublelock.benchmark;

import java.io.IOException;
import java.sql.SQLException;
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
    Spent.until(app, postgres).minus(before).tell(table, what, met);
  }
}
