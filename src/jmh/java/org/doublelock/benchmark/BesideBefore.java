package org.doublelock.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a change costs: signed calls of this build and of the jar of an earlier one, each on a
 * database of its own in one server, by short turns.
 */
final class BesideBefore {

  private static final int ROUNDS = 24;
  private static final int SECONDS = 2;
  private static final int[] CLIENTS = {8, 32};

  private BesideBefore() {}

  static void measure(Path before, Path now, Table table) throws SQLException, IOException {
    try (DurablePostgres postgres = DurablePostgres.start();
        MeasuredApplication old =
            MeasuredApplication.start(before, postgres, 1_000, "keys_before");
        MeasuredApplication young = MeasuredApplication.start(now, postgres, 1_000, "keys_now")) {
      for (MeasuredApplication each : List.of(old, young)) {
        for (int clients : CLIENTS) {
          each.callUntilItIsCompiled(
              Benchmarks.LONGEST_WARM_UP, () -> each.exactly(clients, 10_000));
        }
      }
      for (int clients : CLIENTS) {
        String at = " at %d clients".formatted(clients);
        double[] ratios = new double[ROUNDS];
        List<Measured> calls = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          // who goes second has the machine as the first one leaves it
          Measured own;
          Measured others;
          if (round % 2 == 0) {
            own = young.signedCalls(clients, SECONDS);
            others = old.signedCalls(clients, SECONDS);
          } else {
            others = old.signedCalls(clients, SECONDS);
            own = young.signedCalls(clients, SECONDS);
          }
          calls.add(own);
          ratios[round] = own.rate() / others.rate();
        }
        Arrays.sort(ratios);
        table.measured(
            "quarters of the ratios" + at,
            "%.3f to %.3f",
            ratios[ROUNDS / 4],
            ratios[3 * ROUNDS / 4]);
        table.measured("signed calls" + at, "%,.0f/s", Measured.all(calls).rate());
        table.atLeast(
            "signed calls to those of before, the middle of %d pairs%s".formatted(ROUNDS, at),
            (ratios[ROUNDS / 2 - 1] + ratios[ROUNDS / 2]) / 2,
            0.97);
      }
    }
  }
}
