package org.doublelock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Two real transactions at once, in an order that is certain: the first has done its work and holds
 * its rows when the second begins, and commits once the second waits for it, or is through.
 */
public final class TwoAtOnce {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final DataSource database;

  public TwoAtOnce(Transactions transactions, DataSource database) {
    this.transactions = transactions;
    this.database = database;
  }

  /**
   * @param first has to succeed
   * @return what the second one threw; empty when it went through
   */
  public Optional<Throwable> run(Runnable first, Runnable second) {
    ExecutorService another = Executors.newSingleThreadExecutor();
    try {
      Future<?> late =
          transactions.in(
              () -> {
                first.run();
                transactions.entities().flush();
                Future<?> begun = another.submit(() -> transactions.in(Executors.callable(second)));
                awaitWaiting(database, begun);
                return begun;
              });
      late.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (ExecutionException thrown) {
      return Optional.of(thrown.getCause());
    } catch (InterruptedException | TimeoutException stuck) {
      throw new IllegalStateException("the second transaction did not end", stuck);
    } finally {
      another.shutdownNow();
    }
  }

  /** Until what was begun in another transaction waits for a lock, or is through. */
  public static void awaitWaiting(DataSource database, Future<?> begun) throws SQLException {
    long end = System.nanoTime() + LONGEST.toNanos();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      String waiting =
          connection.getMetaData().getDatabaseProductName().equals("H2")
              ? "select count(*) from information_schema.sessions where blocker_id is not null"
              : "select count(*) from pg_locks where not granted";
      while (!begun.isDone() && number(statement, waiting) == 0) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("the second transaction neither waits nor ends");
        }
        Thread.onSpinWait();
      }
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
