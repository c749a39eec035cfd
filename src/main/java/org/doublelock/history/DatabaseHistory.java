package org.doublelock.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notices that the database's history forked or stepped back: a standby was promoted, a backup was
 * put back. Calls that were accepted before may be unknown to it then, so the instant of it is kept
 * in the database, for all nodes, and nothing older than it counts as fresh any more.
 *
 * <p>Two signs tell: the database's identity is another one than it was, or the mark that nodes
 * write into it every few seconds is lower than what this node last wrote.
 */
public final class DatabaseHistory {

  private static final Logger LOG = Logger.getLogger(DatabaseHistory.class.getName());
  private static final DatabaseHistory OF_THIS_PROCESS = new DatabaseHistory(Clock.systemUTC());

  private static final String READ =
      "select identity, mark_millis, forked_at_millis from database_history where id = 1";
  private static final String MARK =
      "update database_history set mark_millis = ? where id = 1 and mark_millis < ?";
  private static final String IDENTIFY =
      "update database_history set identity = ? where id = 1 and identity = ''";
  private static final String FORK =
      "update database_history set identity = ?, forked_at_millis = ?"
          + " where id = 1 and forked_at_millis < ?";

  private final Clock clock;
  private volatile State known;
  private volatile long mark;

  /** For tests that have more than one database; a process has {@link #ofThisProcess}. */
  public DatabaseHistory(Clock clock) {
    this.clock = clock;
  }

  /** The one that the data source and the checks of calls share. */
  public static DatabaseHistory ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** When the history forked last: what was stored before may be lost. Empty while it never did. */
  public Optional<Instant> forkedAt() {
    State now = known;
    return now == null || now.forkedAtMillis() == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(now.forkedAtMillis()));
  }

  /** The highest mark that this node knows to be stored; 0 before the first. */
  public long mark() {
    return mark;
  }

  /** Takes over the mark that a former process of this node knew to be stored. */
  public void resume(long stored) {
    mark = Math.max(mark, stored);
  }

  /**
   * Looks at the database behind a connection that commits by itself, before anything is decided
   * over it. Does nothing while the schema has no history yet.
   *
   * @throws SQLException when it cannot be asked; nothing may be decided over it then
   */
  public void meet(Connection connection) throws SQLException {
    DatabaseIdentity identity = DatabaseIdentity.of(connection);
    State before = known;
    if (before == null || !before.identity().equals(identity.text())) {
      look(connection, identity);
    }
  }

  /** The same, and writes a new mark: to be called every few seconds. */
  public void watch(Connection connection) throws SQLException {
    look(connection, DatabaseIdentity.of(connection));
    long now = clock.millis();
    try (PreparedStatement update = connection.prepareStatement(MARK)) {
      update.setLong(1, now);
      update.setLong(2, now);
      if (update.executeUpdate() == 1) {
        resume(now);
      }
    }
  }

  private synchronized void look(Connection connection, DatabaseIdentity identity)
      throws SQLException {
    long ownMark = mark; // before the row is read, which another thread may raise meanwhile
    Optional<Stored> read = read(connection);
    if (read.isEmpty()) {
      return;
    }
    Stored stored = read.get();
    boolean isNew = stored.identity().isEmpty() && ownMark == 0; // and lacks nothing then
    if (isNew) {
      write(connection, IDENTIFY, identity.text());
    } else if (!stored.identity().equals(identity.text()) || stored.mark() < ownMark) {
      long forkedAt = Math.max(clock.millis(), databaseMillis(connection));
      write(connection, FORK, identity.text(), forkedAt, forkedAt);
      LOG.log(
          Level.WARNING,
          "the database''s history forked or stepped back (a standby was promoted, or a backup put"
              + " back): no nonce from before {0} is taken any more",
          Instant.ofEpochMilli(forkedAt));
      stored = read(connection).orElseThrow();
      mark = stored.mark();
    }
    known = new State(identity.text(), stored.forkedAtMillis());
  }

  private static long databaseMillis(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select current_timestamp");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getTimestamp(1).getTime();
    }
  }

  private static void write(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        update.setObject(index + 1, values[index]);
      }
      update.executeUpdate();
    }
  }

  /** Empty before the migration that makes the table. */
  private static Optional<Stored> read(Connection connection) throws SQLException {
    if (!hasTable(connection)) {
      return Optional.empty();
    }
    try (PreparedStatement select = connection.prepareStatement(READ);
        ResultSet row = select.executeQuery()) {
      row.next();
      return Optional.of(new Stored(row.getString(1), row.getLong(2), row.getLong(3)));
    }
  }

  private static boolean hasTable(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select count(*) from information_schema.tables"
                    + " where lower(table_name) = 'database_history'");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1) > 0;
    }
  }

  private record State(String identity, long forkedAtMillis) {}

  private record Stored(String identity, long mark, long forkedAtMillis) {}
}
