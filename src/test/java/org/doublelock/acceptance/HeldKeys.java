package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Holds the rows of keys in an application's PostgreSQL database, so that forms wait for them in
 * the order in which they were sent.
 */
final class HeldKeys implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final String database;
  private final Connection watching;

  /**
   * @param database its JDBC URL
   */
  HeldKeys(String database) throws SQLException {
    this.database = database;
    this.watching = connect();
  }

  /**
   * Sends the first form, then the second, and lets go of the key once both wait for it.
   *
   * @param meanwhile what to do while they wait
   * @return what the second is answered; the first has to go through
   */
  HttpResponse<String> overtake(
      String keyId, OpenForm first, OpenForm second, Callable<?> meanwhile) throws Exception {
    try (Connection holder = connect();
        Statement hold = holder.createStatement()) {
      holder.setAutoCommit(false);
      hold.execute(
          "select epoch from api_key_call_state where api_key_id = '" + keyId + "' for update");
      int own = number(hold, "select pg_backend_pid()");
      CompletableFuture<HttpResponse<String>> overtaking = send(first);
      awaitWaiting(1, own);
      CompletableFuture<HttpResponse<String>> overtaken = send(second);
      awaitWaiting(2, own);
      meanwhile.call();
      holder.rollback();
      assertEquals(303, overtaking.join().statusCode(), () -> overtaking.join().body());
      return overtaken.join();
    }
  }

  /**
   * Sends a form, has the database do something while the form waits for rows, and lets go of them.
   *
   * @param rows the query that holds them
   */
  HttpResponse<String> whileWaiting(String rows, OpenForm form, String... meanwhile)
      throws SQLException {
    try (Connection holder = connect();
        Statement hold = holder.createStatement()) {
      holder.setAutoCommit(false);
      hold.execute(rows);
      CompletableFuture<HttpResponse<String>> waiting = send(form);
      awaitWaiting(1, number(hold, "select pg_backend_pid()"));
      execute(meanwhile);
      holder.rollback();
      return waiting.join();
    }
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = watching.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  int number(String query) throws SQLException {
    try (Statement statement = watching.createStatement()) {
      return number(statement, query);
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Behind the one that holds the key, or behind each other; nodes' timers wait as well. */
  private void awaitWaiting(int transactions, int holder) throws SQLException {
    long end = System.nanoTime() + LONGEST.toNanos();
    int waiting = 0;
    while (waiting < transactions) {
      assertTrue(System.nanoTime() < end, "only " + waiting + " wait");
      waiting =
          number(
              "with recursive behind (pid) as (select pid from pg_stat_activity where "
                  + holder
                  + " = any (pg_blocking_pids(pid)) union select next.pid"
                  + " from pg_stat_activity next, behind"
                  + " where behind.pid = any (pg_blocking_pids(next.pid)))"
                  + " select count(*) from behind");
    }
  }

  private static CompletableFuture<HttpResponse<String>> send(OpenForm form) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return form.send();
          } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database, "postgres", "postgres");
  }

  @Override
  public void close() throws SQLException {
    watching.close();
  }
}
