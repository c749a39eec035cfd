package org.doublelock.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * What a released version kept on the embedded database, and an empty database of PostgreSQL that
 * it is to be moved to.
 *
 * @param data the directory of the embedded one
 * @param url where PostgreSQL's is
 */
record MovedInstallation(Path data, String url) {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String POSTGRES = "postgres";

  static MovedInstallation of(String version, EmbeddedPostgres server)
      throws IOException, SQLException {
    String name = "moved_" + DATABASES.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new MovedInstallation(UpgradeIT.embedded(version), server.getJdbcUrl(POSTGRES, name));
  }

  Map<String, String> settings() {
    return Map.of(
        "doublelock.data.dir",
        data.toString(),
        "doublelock.db.url",
        url,
        "doublelock.db.user",
        POSTGRES,
        "doublelock.db.password",
        POSTGRES);
  }

  Map<String, String> with(String setting, String value) {
    Map<String, String> all = new HashMap<>(settings());
    all.put(setting, value);
    return all;
  }

  Map<String, String> without(String setting) {
    Map<String, String> all = new HashMap<>(settings());
    all.remove(setting);
    return all;
  }

  /** Brings the embedded one to this version's schema, as a start does. */
  void migrateH2() {
    migrate(h2(), "doublelock", "");
  }

  void migratePostgresql() {
    migrate(url, POSTGRES, POSTGRES);
  }

  private static void migrate(String url, String user, String password) {
    Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  /** Closed with the last connection, whatever the application wanted for itself. */
  private String h2() {
    return "jdbc:h2:file:" + data.resolve("doublelock") + ";DB_CLOSE_DELAY=0";
  }

  private Connection embedded() throws SQLException {
    return DriverManager.getConnection(h2(), "doublelock", "");
  }

  Connection postgresql() throws SQLException {
    return DriverManager.getConnection(url, POSTGRES, POSTGRES);
  }

  void onH2(String... sql) throws SQLException {
    try (Connection connection = embedded()) {
      execute(connection, sql);
    }
  }

  void onPostgresql(String... sql) throws SQLException {
    try (Connection connection = postgresql()) {
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String... sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    }
  }

  long countOnH2(String table) throws SQLException {
    try (Connection connection = embedded()) {
      return number(connection, "select count(*) from " + table);
    }
  }

  /** How many rows it has on PostgreSQL. */
  long count(String table) throws SQLException {
    return number("select count(*) from " + table);
  }

  /** What PostgreSQL answers, one number. */
  long number(String sql) throws SQLException {
    try (Connection connection = postgresql()) {
      return number(connection, sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
