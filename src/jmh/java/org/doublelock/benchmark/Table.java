package org.doublelock.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, and which ratios were to be reached. */
final class Table {

  private final List<String> measured = new ArrayList<>();
  private final List<String> ratios = new ArrayList<>();
  private boolean allReached = true;

  void measured(String what, String pattern, Object... values) {
    String line = "| " + what + " | " + String.format(Locale.ROOT, pattern, values) + " |";
    measured.add(line);
    progress(line);
  }

  void load(String what, Measured met) {
    measured(
        what,
        "%,.0f/s, median %.2f ms, 99 %% in %.1f ms",
        met.rate(),
        met.medianMicros() / 1e3,
        met.slowestHundredthMicros() / 1e3);
  }

  void atLeast(String what, double ratio, double bar) {
    bar(what, ratio, "at least", bar, ratio >= bar);
  }

  void atMost(String what, double ratio, double bar) {
    bar(what, ratio, "at most", bar, ratio <= bar);
  }

  /** A ratio without a bar. */
  void ratio(String what, double ratio) {
    ratios.add(String.format(Locale.ROOT, "| %s | %.2f | | |", what, ratio));
    progress(ratios.get(ratios.size() - 1));
  }

  private void bar(String what, double ratio, String kind, double bar, boolean reached) {
    allReached &= reached;
    ratios.add(
        String.format(
            Locale.ROOT,
            "| %s | %.2f | %s %s | %s |",
            what,
            ratio,
            kind,
            bar,
            reached ? "holds" : "MISSED"));
    progress(ratios.get(ratios.size() - 1));
  }

  private static void progress(String line) {
    System.err.println(line);
  }

  boolean allReached() {
    return allReached;
  }

  @Override
  public String toString() {
    return "| ratio | measured | bar | |\n| --- | ---: | --- | --- |\n"
        + String.join("\n", ratios)
        + "\n\n| measured | |\n| --- | ---: |\n"
        + String.join("\n", measured)
        + "\n";
  }
}
