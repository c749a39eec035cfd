package org.doublelock.verification;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.doublelock.edge.DatabaseOutage;
import org.doublelock.verification.GroupCommit.Asked;

/**
 * Decides whether calls are accepted, each by one conditional statement on its key's row. Calls
 * that arrive at the same time share a round trip and a commit; a call that arrives alone has its
 * own.
 */
final class Acceptances {

  private static final Logger LOG = Logger.getLogger(Acceptances.class.getName());

  private static final Duration TIMEOUT = Duration.ofMillis(50);
  private static final int MAX_GROUPS = 1;
  private static final int MAX_SIZE = 64;

  /** The order in which PostgreSQL has them: whoever locks several rows locks them in it. */
  private static final Comparator<UUID> ROWS =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private final DataSource database;
  private final Function<Acceptance, Sql> statement;
  private final GroupCommit<Acceptance, Boolean> commits;

  /**
   * @param statement what accepts a call; the same but for its values for every call
   */
  Acceptances(DataSource database, Function<Acceptance, Sql> statement) {
    this(database, statement, TIMEOUT, MAX_GROUPS);
  }

  Acceptances(
      DataSource database, Function<Acceptance, Sql> statement, Duration patience, int maxGroups) {
    this.database = database;
    this.statement = statement;
    this.commits = new GroupCommit<>(patience, maxGroups, MAX_SIZE, this::commit);
  }

  /** How many calls wait for those before them now. */
  int waiting() {
    return commits.waiting();
  }

  /**
   * Accepts a call of a key without a nonce window.
   *
   * @return whether it was accepted; that is committed then
   * @throws SQLException when nobody can know whether it was; it is not asked a second time then,
   *     since its own nonce might be in the way
   */
  boolean accept(Acceptance asked) throws SQLException {
    try {
      return commits.ask(asked).join();
    } catch (CompletionException failed) {
      String state =
          failed.getCause() instanceof SQLException refused ? refused.getSQLState() : null;
      throw new SQLException("nobody knows whether the call was accepted", state, failed);
    }
  }

  /**
   * In auto-commit mode: PostgreSQL takes a batch as one transaction, H2 as one for each. Either
   * way all is committed when it returns.
   */
  private void commit(List<Asked<Acceptance, Boolean>> group) {
    List<Asked<Acceptance, Boolean>> inOrder =
        group.stream().sorted(Comparator.comparing(asked -> asked.question().row(), ROWS)).toList();
    List<Sql> statements =
        inOrder.stream().map(asked -> statement.apply(asked.question())).toList();
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(statements.get(0).text())) {
      answer(execute(update, statements), inOrder);
    } catch (BatchUpdateException failed) {
      answer(failed.getUpdateCounts(), inOrder);
      explain(failed, inOrder);
    } catch (SQLException failed) {
      explain(failed, inOrder);
    }
  }

  private static int[] execute(PreparedStatement update, List<Sql> group) throws SQLException {
    if (group.size() == 1) {
      group.get(0).fill(update);
      return new int[] {update.executeUpdate()};
    }
    for (Sql each : group) {
      each.fill(update);
      update.addBatch();
    }
    return update.executeBatch();
  }

  /** What has a count was committed, also where another statement of the batch failed. */
  private static void answer(int[] changed, List<Asked<Acceptance, Boolean>> group) {
    for (int index = 0; index < changed.length; index++) {
      if (changed[index] >= 0) {
        group.get(index).answer().complete(changed[index] == 1);
      }
    }
  }

  /**
   * Those without a count. Where all were rolled back because of one of them, each gets its own
   * try, in which it does not wait for that one.
   */
  private static void explain(SQLException failed, List<Asked<Acceptance, Boolean>> group) {
    LOG.log(Level.FINE, "calls could not be decided together", failed);
    boolean allRolledBack =
        group.size() > 1
            && group.stream().noneMatch(asked -> asked.answer().isDone())
            && DatabaseOutage.isRolledBack(failed);
    if (!allRolledBack) {
      group.forEach(asked -> asked.answer().completeExceptionally(failed));
    }
  }
}
