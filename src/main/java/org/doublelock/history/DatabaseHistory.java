package org.doublelock.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notices that the database's history forked or stepped back: a standby was promoted, a backup was
 * put back. Calls that were accepted before may be unknown to it then, so the instant of it is kept
 * in the database, for all nodes, and nothing older than it counts as fresh any more.
 *
 * <p>Two signs tell: the database's identity is another one than it was, or the mark that nodes
 * write into it every few seconds is lower than what this node last wrote. What had been ended
 * since may run again then, so leases end with it: each is at an epoch that its key has left.
 */
public final class DatabaseHistory {

  private static final Logger LOG = Logger.getLogger(DatabaseHistory.class.getName());
  private static final DatabaseHistory OF_THIS_PROCESS = new DatabaseHistory(Clock.systemUTC());

  /**
   * A condition on a statement of PostgreSQL that holds while the database's history is the one
   * that this node knows; its one value is {@link #lastForkMillis}.
   */
  public static final String AS_KNOWN =
      " and exists (select 1 from database_history h where h.id = 1 and h.forked_at_millis <= ?"
          + " and h.identity = ("
          + DatabaseIdentity.POSTGRESQL
          + "))";

  private static final String READ =
      "select identity, mark_millis, forked_at_millis from database_history where id = 1";
  private static final String MARK =
      "update database_history set mark_millis = ? where id = 1 and mark_millis < ?";
  private static final String IDENTIFY =
      "update database_history set identity = ? where id = 1 and identity = ''";

  private static final String FOLLOW =
      "update database_history set identity = ? where id = 1 and identity = ?";

  private static final String GO_ON =
      "update database_history set identity = ?, mark_millis = ?, forked_at_millis = ?"
          + " where id = 1";

  /** One node of several does it: of what another one found meanwhile, nothing is taken back. */
  private static final String FORK =
      "update database_history set identity = ?, forked_at_millis = ?, mark_millis = ?"
          + " where id = 1 and identity = ? and forked_at_millis = ?";

  private static final String END_LEASES =
      "update api_key_call_state set epoch = epoch + 1 where exists (select 1 from api_key_lease l"
          + " where l.api_key_id = api_key_call_state.api_key_id"
          + " and l.epoch = api_key_call_state.epoch and l.told = false)";

  private final Clock clock;
  private final AtomicLong forkedAtMillis = new AtomicLong();
  private final AtomicLong mark = new AtomicLong();
  private volatile boolean hasTable;
  private volatile boolean movesUnderConnections;
  private volatile boolean keepsEveryCommit;

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
    long millis = forkedAtMillis.get();
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** The same in milliseconds; 0 while it never did. */
  public long lastForkMillis() {
    return forkedAtMillis.get();
  }

  /** Says that a connection may lead to another server at any time, as a pooler's do. */
  public void moveUnderConnections() {
    movesUnderConnections = true;
  }

  /** Whether it is not enough to {@link #meet} new connections. */
  public boolean movesUnderConnections() {
    return movesUnderConnections;
  }

  /**
   * Says that every commit is on a standby before it is answered, so that one that takes over lacks
   * none. What steps back lacks some all the same.
   */
  public void keepEveryCommit() {
    keepsEveryCommit = true;
  }

  /** The highest mark that this node knows to be stored; 0 before the first. */
  public long mark() {
    return mark.get();
  }

  /** Takes over the mark that a former process of this node knew to be stored. */
  public void resume(long stored) {
    mark.accumulateAndGet(stored, Math::max);
  }

  /**
   * Instead of {@link #resume}, for a node that finds no mark of a former process. An embedded
   * database with one was put into this node's files then; another one has its identity.
   */
  public void resumeWithoutMark(Connection connection) throws SQLException {
    DatabaseIdentity identity = DatabaseIdentity.of(connection);
    if (!identity.isEmbedded()) {
      return;
    }
    Optional<Stored> stored = read(connection);
    if (stored.filter(each -> each.mark() > 0).isPresent()) {
      Stored forked = fork(connection, identity.text(), stored.get());
      forkedAtMillis.accumulateAndGet(forked.forkedAtMillis(), Math::max);
    }
  }

  /**
   * Looks at the database behind a new connection that commits by itself, before anything is
   * decided over it. Does nothing while the schema has no history yet. Threads do not wait for each
   * other here, since each may wait long for the database.
   *
   * @throws SQLException when it cannot be asked; nothing may be decided over it then
   */
  public void meet(Connection connection) throws SQLException {
    long ownMark = mark.get(); // before the row is read, which another thread may raise meanwhile
    String identity = DatabaseIdentity.of(connection).text();
    Optional<Stored> read = read(connection);
    if (read.isEmpty()) {
      return;
    }
    Stored stored = read.get();
    boolean isNew = stored.identity().isEmpty() && ownMark == 0; // and lacks nothing then
    if (isNew) {
      write(connection, IDENTIFY, identity);
    } else if (stored.mark() < ownMark) {
      stored = fork(connection, identity, stored);
    } else if (!stored.identity().equals(identity)) {
      stored = takenOver(connection, identity, stored, ownMark);
    } else {
      resume(stored.mark());
    }
    forkedAtMillis.accumulateAndGet(stored.forkedAtMillis(), Math::max);
  }

  /** A node without a mark of its own cannot tell a standby from a backup. */
  private Stored takenOver(Connection connection, String identity, Stored before, long ownMark)
      throws SQLException {
    if (!keepsEveryCommit || ownMark == 0) {
      return fork(connection, identity, before);
    }
    write(connection, FOLLOW, identity, before.identity());
    return read(connection).orElseThrow();
  }

  private Stored fork(Connection connection, String identity, Stored before) throws SQLException {
    long forkedAt = Math.max(clock.millis(), databaseMillis(connection));
    if (writeFork(connection, identity, forkedAt, before)) {
      LOG.log(
          Level.WARNING,
          "the database''s history forked or stepped back (a standby was promoted, or a backup put"
              + " back): no nonce from before {0} is taken any more, and no lease from before runs",
          Instant.ofEpochMilli(forkedAt));
    }
    Stored stored = read(connection).orElseThrow();
    mark.set(stored.mark());
    return stored;
  }

  /** Whether this node is the one that did; leases of after the fork are left alone by others. */
  private boolean writeFork(Connection connection, String identity, long forkedAt, Stored before)
      throws SQLException {
    // so that nobody's mark is later, and takes this for another step back
    long marked = Math.max(forkedAt, Math.max(mark.get(), before.mark()));
    connection.setAutoCommit(false);
    try {
      boolean first =
          write(
                  connection,
                  FORK,
                  identity,
                  forkedAt,
                  marked,
                  before.identity(),
                  before.forkedAtMillis())
              == 1;
      if (first) {
        write(connection, END_LEASES);
      }
      connection.commit();
      return first;
    } catch (SQLException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** The same, and writes a new mark: to be called every few seconds. */
  public void watch(Connection connection) throws SQLException {
    meet(connection);
    long now = clock.millis();
    if (write(connection, MARK, now, now) == 1) {
      resume(now);
    }
  }

  /**
   * Has another database go on with the history of an embedded one whose rows it has got, all of
   * them, while nobody used either. That is no fork, unless this node's mark says that the embedded
   * one was put into its files or stepped back before; what was known of forks holds on.
   *
   * @param to a connection whose transaction the caller commits
   * @return whether it forked, so that nothing from before now counts as fresh
   */
  public boolean goOn(Connection from, Connection to) throws SQLException {
    Stored stored = row(from);
    boolean forked = mark() == 0 ? stored.mark() > 0 : stored.mark() < mark();
    write(
        to,
        GO_ON,
        DatabaseIdentity.of(to).text(),
        stored.mark(),
        forked ? Math.max(clock.millis(), databaseMillis(to)) : stored.forkedAtMillis());
    if (forked) {
      write(to, END_LEASES);
    }
    return forked;
  }

  private static long databaseMillis(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select current_timestamp");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getTimestamp(1).getTime();
    }
  }

  private static int write(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        update.setObject(index + 1, values[index]);
      }
      return update.executeUpdate();
    }
  }

  /** Empty before the migration that makes the table. */
  private Optional<Stored> read(Connection connection) throws SQLException {
    if (!hasTable && !hasTable(connection)) {
      return Optional.empty();
    }
    hasTable = true;
    return Optional.of(row(connection));
  }

  private static Stored row(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Stored(row.getString(1), row.getLong(2), row.getLong(3));
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

  private record Stored(String identity, long mark, long forkedAtMillis) {}
}
