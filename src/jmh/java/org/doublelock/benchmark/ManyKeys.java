package org.doublelock.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls where there are a million keys: of keys in memory beside few keys, and of keys that are
 * not.
 */
final class ManyKeys {

  private static final int CLIENTS = 8;
  private static final int ROUNDS = 6;
  private static final int SECONDS = 2;

  /** So many first calls; no key has another one. */
  private static final int FIRST = 4_000;

  private static final int TURNS = 4;
  private static final int TURN = 2_000;

  private ManyKeys() {}

  static void measure(MeasuredApplication small, Path jar, DurablePostgres postgres, Table table)
      throws SQLException, IOException {
    try (MeasuredApplication large = MeasuredApplication.start(jar, postgres, 1_000_000)) {
      besideFew(small, large, table);
      firstCalls(large, postgres, table);
    }
  }

  private static void besideFew(MeasuredApplication small, MeasuredApplication large, Table table)
      throws IOException {
    large.exactly(CLIENTS, 50_000);
    for (MeasuredApplication each : List.of(large, small)) {
      each.callUntilItIsCompiled(Benchmarks.LONGEST_WARM_UP, () -> each.exactly(CLIENTS, 10_000));
    }
    List<Measured> few = new ArrayList<>();
    List<Measured> most = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      few.add(small.signedCalls(CLIENTS, SECONDS));
      most.add(large.signedCalls(CLIENTS, SECONDS));
    }
    table.load("signed calls, 1,000 keys in the database", Measured.all(few));
    table.load("signed calls, 1,000,000 keys in the database", Measured.all(most));
    table.atMost(
        "median, 1,000,000 keys to 1,000",
        Measured.all(most).medianMicros() / Measured.all(few).medianMicros(),
        1.1);
  }

  private static void firstCalls(MeasuredApplication large, DurablePostgres postgres, Table table)
      throws SQLException, IOException {
    List<SeededKey> unused = large.addUnusedKeys(postgres, FIRST + TURNS * TURN);
    large.exactly(unused.subList(0, FIRST), CLIENTS, FIRST); // for the compilers
    List<Measured> first = new ArrayList<>();
    List<Measured> later = new ArrayList<>();
    Spent forFirst = Spent.NOTHING;
    Spent forLater = Spent.NOTHING;
    for (int start = FIRST; start < unused.size(); start += TURN) {
      Spent before = Spent.until(large, postgres);
      first.add(large.exactly(unused.subList(start, start + TURN), CLIENTS, TURN));
      Spent between = Spent.until(large, postgres);
      later.add(large.exactly(CLIENTS, TURN));
      forFirst = forFirst.plus(between.minus(before));
      forLater = forLater.plus(Spent.until(large, postgres).minus(between));
    }
    table.load("first calls of keys that are not in memory, 1,000,000 keys", Measured.all(first));
    table.load("calls of keys in memory, by turns with those", Measured.all(later));
    forFirst.tell(table, "a first call", Measured.all(first));
    forLater.tell(table, "a later call", Measured.all(later));
    table.ratio(
        "first calls of keys to later ones at 8 clients, 1,000,000 keys",
        Measured.all(first).rate() / Measured.all(later).rate());
  }
}
