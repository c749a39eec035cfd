package org.doublelock.move;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doublelock.history.DatabaseHistory;

/**
 * Moves all data of an embedded database into an empty one of PostgreSQL, and compares each row
 * afterwards. A run that was interrupted is followed by one that goes on where it was; one over
 * data that has been moved only compares.
 */
public final class DataMove {

  /** The schema's floor on the target until all is there: no release starts on a half. */
  public static final int FLOOR_MEANWHILE = Integer.MAX_VALUE;

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = current_schema()";

  /** Held by one move at a time; known to nobody else in the database. */
  private static final long LOCK = 4_867_110_538_220_611_003L;

  private final Path file;
  private final Target target;
  private final DatabaseHistory history;
  private final EmbeddedBar bar;
  private final Report report;
  private long lastLine = System.nanoTime();

  /**
   * @param file the embedded database's, which is only read
   * @param history with the mark that the embedded one's node has kept
   * @param bar closed when all is equal, before the target is open
   * @param report where each step is told
   */
  public DataMove(
      Path file, Target target, DatabaseHistory history, EmbeddedBar bar, Report report) {
    this.file = file;
    this.target = target;
    this.history = history;
    this.bar = bar;
    this.report = report;
  }

  /**
   * Moves and compares.
   *
   * @param user the embedded database's, unless it was made without any setting
   * @throws MoveFailure when it may not or cannot be done, or something is not equal
   * @throws SQLException when a database says no; what is there already stays
   * @throws IOException when the embedded one cannot be barred; the target is not open then
   */
  public void run(String user, String password) throws MoveFailure, SQLException, IOException {
    try (EmbeddedFile source = EmbeddedFile.open(file, user, password);
        Connection connection = target.database().getConnection()) {
      requireAlone(connection);
      source.requireSchema(target.migrations());
      List<Table> tables = Catalogue.of(source.connection());
      MoveRecord wanted = new MoveRecord(source.installation(), source.mark(), false);
      Optional<MoveRecord> found = MoveRecord.find(connection);
      refuseAnothers(connection, wanted, found);
      boolean finished = found.filter(MoveRecord::finished).isPresent();
      connection.setAutoCommit(false);
      if (finished) {
        report.say("launch.move.finished-before");
      } else {
        copy(source, connection, tables, wanted, found);
      }
      compare(source, connection, tables, finished);
      if (finished) {
        bar.close();
      } else {
        boolean forked = history.goOn(source.connection(), connection);
        MoveRecord.finish(connection);
        bar.close(); // whatever ends this before the commit leaves both closed, for the next run
        connection.commit();
        if (forked) {
          report.say("launch.move.forked");
        }
      }
    }
  }

  /** Until the connection ends. */
  private static void requireAlone(Connection connection) throws SQLException, MoveFailure {
    if (!has(connection, "select 1 where pg_try_advisory_lock(" + LOCK + ")")) {
      throw new MoveFailure("launch.move.another");
    }
  }

  private static void refuseAnothers(
      Connection connection, MoveRecord wanted, Optional<MoveRecord> found)
      throws SQLException, MoveFailure {
    boolean anothers =
        found.isPresent()
            ? !found.get().installation().equals(wanted.installation())
            : isUsed(connection);
    if (anothers) {
      throw new MoveFailure("launch.move.target-in-use");
    }
  }

  /** Whether anything but the migrations of a release has ever written there. */
  private static boolean isUsed(Connection connection) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (PreparedStatement select = connection.prepareStatement(TABLES);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return !tables.isEmpty() && !tables.contains("flyway_schema_history")
        || tables.contains("account") && has(connection, "select 1 from account limit 1")
        || tables.contains("database_history")
            && has(connection, "select 1 from database_history where identity <> ''");
  }

  private static boolean has(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      return rows.next();
    }
  }

  private void copy(
      EmbeddedFile source,
      Connection connection,
      List<Table> tables,
      MoveRecord wanted,
      Optional<MoveRecord> found)
      throws SQLException {
    target.migrate();
    if (found.equals(Optional.of(wanted))) {
      report.say("launch.move.goes-on");
    } else {
      report.say(found.isPresent() ? "launch.move.anew" : "launch.move.begins");
      wanted.begin(connection, tables);
      connection.commit();
    }
    for (Table table : tables) {
      copy(new SourceRows(source.connection(), table), new TargetRows(connection, table));
    }
  }

  private void copy(SourceRows from, TargetRows to) throws SQLException {
    long[] done = {to.count()};
    from.each(
        done[0],
        rows -> {
          to.add(rows);
          to.target().commit();
          done[0] += rows.size();
          if (System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
            lastLine = System.nanoTime();
            report.say("launch.move.so-far", to.table().plainName(), String.valueOf(done[0]));
          }
        });
    to.continueNumbers();
    to.target().commit();
  }

  private void compare(
      EmbeddedFile source, Connection connection, List<Table> tables, boolean finished)
      throws SQLException, MoveFailure {
    report.say("launch.move.compares");
    int different = 0;
    for (Table table : tables) {
      boolean equal =
          new Comparison(
                  table,
                  new SourceRows(source.connection(), table),
                  new TargetRows(connection, table),
                  report)
              .isEqual();
      different += equal ? 0 : 1;
    }
    if (different == 0) {
      report.say("launch.move.all-equal", String.valueOf(tables.size()));
      return;
    }
    if (!finished) {
      MoveRecord.doubt(connection);
      connection.commit();
    }
    throw new MoveFailure(
        finished ? "launch.move.differs-since" : "launch.move.differs", String.valueOf(different));
  }
}
