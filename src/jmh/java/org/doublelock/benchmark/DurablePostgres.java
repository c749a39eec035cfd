package org.doublelock.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL that answers a commit only when it is on disk. */
final class DurablePostgres implements AutoCloseable {

  private static final int ROWS = 1_000;

  private final EmbeddedPostgres server;

  private DurablePostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  static DurablePostgres start() throws IOException, SQLException {
    DurablePostgres started =
        new DurablePostgres(
            EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .start());
    for (String setting : new String[] {"synchronous_commit", "fsync", "full_page_writes"}) {
      if (!started.show(setting).equals("on")) {
        throw new IllegalStateException(setting + " is off");
      }
    }
    return started;
  }

  String show(String setting) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  /** An empty database but for the rows that a bare update updates. */
  void create(String database) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
    }
  }

  void addRows(String database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("create table benchmark_row (id integer primary key, value bigint)");
      statement.execute(
          "insert into benchmark_row select n, 0 from generate_series(0, " + (ROWS - 1) + ") n");
    }
  }

  Connection connect(String database) throws SQLException {
    return server.getDatabase("postgres", database).getConnection();
  }

  Map<String, String> settings(String database) {
    return Map.of(
        "doublelock.db.url",
        server.getJdbcUrl("postgres", database),
        "doublelock.db.user",
        "postgres",
        "doublelock.db.password",
        "postgres");
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
