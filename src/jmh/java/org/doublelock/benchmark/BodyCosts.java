package org.doublelock.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.verification.WorstBodies;

/**
 * What an unauthenticated caller's body of 64 KiB costs the application, unsigned and under a key
 * that exists, against an ordinary call of that key: one request at a time, by turns.
 */
final class BodyCosts {

  private static final int ROUNDS = 3;
  private static final int REQUESTS = 150;
  private static final double MEGABYTE = 1024 * 1024;
  private static final String ORDINARY = "an ordinary call";

  private final MeasuredApplication app;
  private final Map<String, Measured> times = new HashMap<>();
  private final Map<String, List<Double>> megabytes = new HashMap<>();

  private BodyCosts(MeasuredApplication app) {
    this.app = app;
  }

  static void measure(MeasuredApplication app, Table table) throws IOException {
    BodyCosts costs = new BodyCosts(app);
    costs.round(); // the first is for the compilers
    costs.times.clear();
    costs.megabytes.clear();
    for (int round = 0; round < ROUNDS; round++) {
      costs.round();
    }
    costs.show(table);
  }

  private void round() throws IOException {
    note(ORDINARY, () -> app.exactly(1, REQUESTS));
    for (Map.Entry<String, WorstBodies.Sent> body : WorstBodies.all().entrySet()) {
      note(body.getKey(), () -> app.refused(body.getValue(), REQUESTS));
    }
  }

  private void note(String what, Requests requests) throws IOException {
    long before = app.allocatedBytes();
    Measured measured = requests.make();
    double each = (app.allocatedBytes() - before) / MEGABYTE / REQUESTS;
    times.merge(what, measured, Measured::and);
    megabytes.computeIfAbsent(what, first -> new ArrayList<>()).add(each);
  }

  private void show(Table table) {
    String slowest = WorstBodies.all().keySet().stream().max(this::bySlowness).orElseThrow();
    String largest = WorstBodies.all().keySet().stream().max(this::bySize).orElseThrow();
    table.atMost(
        "the slowest body of 64 KiB to an ordinary call",
        times.get(slowest).medianMicros() / times.get(ORDINARY).medianMicros(),
        10);
    table.atMost(
        "what the largest body of 64 KiB takes above an ordinary call, in MB",
        megabytes(largest) - megabytes(ORDINARY),
        4);
    for (String what : List.of(ORDINARY, slowest, largest)) {
      table.measured(
          "one at a time: " + what,
          "median %.2f ms, %.2f MB",
          times.get(what).medianMicros() / 1e3,
          megabytes(what));
    }
  }

  private int bySlowness(String one, String other) {
    return Double.compare(times.get(one).medianMicros(), times.get(other).medianMicros());
  }

  private int bySize(String one, String other) {
    return Double.compare(megabytes(one), megabytes(other));
  }

  private double megabytes(String what) {
    return megabytes.get(what).stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  @FunctionalInterface
  private interface Requests {
    Measured make() throws IOException;
  }
}
