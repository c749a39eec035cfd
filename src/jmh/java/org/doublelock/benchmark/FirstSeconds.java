package org.doublelock.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * What a node that has just been started answers: neither is its code compiled, nor are all keys in
 * its memory.
 */
final class FirstSeconds {

  private static final int KEYS = 10_000;
  private static final int CLIENTS = 8;
  private static final int SECONDS = 10;

  private FirstSeconds() {}

  /**
   * The same of posts that the server alone answers: what of a start's slowness is not the
   * application's. Ends the application and starts another one in its place.
   */
  static void ofEmptyPosts(MeasuredApplication app, Table table) throws IOException {
    String path = "/0/benchmark/empty";
    app.callUntilItIsCompiled(
        Benchmarks.LONGEST_WARM_UP, () -> app.posts(path, CLIENTS, SECONDS / 2));
    Measured warm = app.posts(path, CLIENTS, SECONDS);
    try (MeasuredApplication again = app.again()) {
      Measured first = again.posts(path, CLIENTS, SECONDS);
      table.load("empty posts in a node's first ten seconds", first);
      table.load("the same before it was started again", warm);
      table.ratio(
          "empty posts in a node's first ten seconds to ten later ones",
          first.rate() / warm.rate());
    }
  }

  /** Ends the application and starts another one in its place. */
  static void measure(MeasuredApplication app, DurablePostgres postgres, Table table)
      throws SQLException, IOException {
    List<SeededKey> keys = app.addUnusedKeys(postgres, KEYS);
    app.exactly(keys, CLIENTS, KEYS); // each key once, so that all are in memory
    app.callUntilItIsCompiled(Benchmarks.LONGEST_WARM_UP, () -> app.exactly(keys, CLIENTS, KEYS));
    Measured warm = app.signedCalls(keys, CLIENTS, SECONDS);
    try (MeasuredApplication again = app.again()) {
      Measured first = again.signedCalls(keys, CLIENTS, SECONDS);
      table.load("signed calls in a node's first ten seconds, 10,000 keys", first);
      table.load("the same before it was started again", warm);
      table.ratio(
          "calls in a node's first ten seconds to ten later ones, 10,000 keys",
          first.rate() / warm.rate());
    }
  }
}
