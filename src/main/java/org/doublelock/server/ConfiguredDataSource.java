package org.doublelock.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.doublelock.history.DatabaseHistory;
import org.eclipse.microprofile.config.Config;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The database that the configuration names: {@code doublelock.db.url}, {@code .user} and {@code
 * .password}; without a URL an H2 file in {@code doublelock.data.dir}. The server pools what this
 * class opens, so one WAR runs unchanged on either database.
 */
public final class ConfiguredDataSource extends ForwardingDataSource {

  private final DataSource driver;
  private final DatabaseSettings settings;
  private final Optional<DatabaseHistory> history;

  public ConfiguredDataSource() {
    this(DatabaseSettings.from(Settings.now()), Optional.of(history(Settings.now())));
  }

  /**
   * @param history what looks at each connection before anything is decided over it
   */
  private ConfiguredDataSource(DatabaseSettings settings, Optional<DatabaseHistory> history) {
    this.driver = settings.open();
    this.settings = settings;
    this.history = history;
    if (!settings.keepsSessions()) {
      history.ifPresent(DatabaseHistory::moveUnderConnections);
    }
  }

  /** Knows what was stored before the first connection, by which it tells a standby. */
  private static DatabaseHistory history(Config config) {
    DatabaseHistory history = DatabaseHistory.ofThisProcess();
    if (config
        .getOptionalValue("doublelock.db.replication", String.class)
        .filter("synchronous"::equals)
        .isPresent()) {
      try {
        MarkFile.in(DataDirectory.of(config)).read().ifPresent(history::resume);
      } catch (IOException unread) {
        throw new UncheckedIOException(unread);
      }
      history.keepEveryCommit();
    }
    return history;
  }

  /** The same database for changes of the schema, which take as long as they take. */
  static ConfiguredDataSource forMigrations() {
    return new ConfiguredDataSource(
        DatabaseSettings.from(Settings.now()).unhurried(), Optional.empty());
  }

  /**
   * @throws IllegalStateException when sessions are shared and the configuration does not say so
   */
  void refuseUndeclaredPooler() {
    if (settings.isPostgresql()) {
      SharedSessions.refuseUndeclared(driver, settings.postgresql().pooler());
    }
  }

  /** Where the database is. */
  record DatabaseSettings(
      String url, String user, String password, PostgresqlSettings postgresql, Duration startTime) {

    static DatabaseSettings from(Config config) {
      return new DatabaseSettings(
          config.getOptionalValue("doublelock.db.url", String.class).orElseGet(() -> h2(config)),
          config.getOptionalValue("doublelock.db.user", String.class).orElse("doublelock"),
          config.getOptionalValue("doublelock.db.password", String.class).orElse(""),
          PostgresqlSettings.from(config),
          Duration.ofSeconds(
              config
                  .getOptionalValue("doublelock.start.timeout-seconds", Integer.class)
                  .orElse(300)));
    }

    boolean isPostgresql() {
      return url.startsWith("jdbc:postgresql:");
    }

    /** Whether what is set on a connection stays with it, and reaches no other. */
    boolean keepsSessions() {
      return !isPostgresql() || postgresql.pooler() != ConnectionPooler.TRANSACTION;
    }

    DatabaseSettings unhurried() {
      return new DatabaseSettings(url, user, password, postgresql.unhurried(), startTime);
    }

    private static String h2(Config config) {
      Path file = DataDirectory.of(config).resolve(DataDirectory.DATABASE);
      DataDirectory.prepare(config);
      // The server closes the database; a hook of its own would close it under running calls. What
      // was committed is written at once: by default it is kept half a second, and a nonce that was
      // accepted then could be used again after a crash.
      // Asynchronous files stay open when a thread is interrupted in one; others would be closed
      // for all, and the server interrupts requests that take too long.
      return "jdbc:h2:async:"
          + file
          + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;WRITE_DELAY=0";
    }

    DataSource open() {
      if (isPostgresql()) {
        try {
          return postgresql.open(url, user, password);
        } catch (SQLException unknown) {
          throw new IllegalArgumentException("a doublelock.db setting cannot be used", unknown);
        }
      }
      if (url.startsWith("jdbc:h2:")) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser(user);
        h2.setPassword(password);
        return h2;
      }
      throw new IllegalArgumentException(
          "doublelock.db.url has to start with jdbc:postgresql: or jdbc:h2:");
    }

    @Override
    public String toString() {
      return "DatabaseSettings[url=" + url + ", user=" + user + "]";
    }
  }

  /**
   * Opens a connection for the pool. Its isolation is set here, once: a level in the data source's
   * definition would have the server ask the database for it whenever a connection is given back.
   */
  @Override
  public Connection getConnection() throws SQLException {
    Connection connection =
        LateFailingConnection.of(
            StartPatience.ofThisApplication().open(driver, settings.startTime()));
    try {
      if (settings.keepsSessions()) {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
      if (history.isPresent()) {
        history.get().meet(connection);
        PoolUse.ofThisProcess().opened(connection);
      }
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  /** The server's pool passes what it was configured with, which is nothing: ours stands. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  protected DataSource behind() {
    return driver;
  }
}
