package org.doublelock.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL and its standby; each may take the other's place. */
final class ReplicatedPostgres implements AutoCloseable {

  private final Path folder;
  private final int[] ports = {AppProcess.freePort(), AppProcess.freePort()};
  private final EmbeddedPostgres[] servers = new EmbeddedPostgres[2];
  private final PostgresFiles[] files = new PostgresFiles[2];
  private int primary;
  private int copies;

  ReplicatedPostgres() throws Exception {
    folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "postgres").toAbsolutePath()), "replicated-");
    start(0, folder.resolve("first"));
  }

  private void start(int server, Path data) throws IOException {
    files[server] = new PostgresFiles(data);
    servers[server] =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPGStartupWait(Duration.ofMinutes(1))
            .setPort(ports[server])
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "on")
            .setServerConfig("hot_standby", "on")
            .setServerConfig("max_wal_senders", "5")
            .start();
  }

  /**
   * Makes a standby of what is the primary now, which follows asynchronously, on the other port.
   */
  void addStandby() throws Exception {
    int own = 1 - primary;
    end(own);
    Path data = folder.resolve("copy-" + ++copies);
    try (Connection connection = connect(primary)) {
      files[primary]
          .backUp(connection, data)
          .request(
              "standby",
              "primary_conninfo = 'host=127.0.0.1 port=" + ports[primary] + " user=postgres'");
    }
    start(own, data);
    awaitSame(own);
  }

  /** Waits until the standby has all that the primary has. */
  private void awaitSame(int standby) throws SQLException {
    String position;
    try (Connection connection = connect(primary);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_current_wal_lsn()")) {
      row.next();
      position = row.getString(1);
    }
    while (!isTrue(standby, "select pg_last_wal_replay_lsn() >= '" + position + "'")) {
      Thread.onSpinWait();
    }
  }

  /** From now on what is committed does not reach the standby. */
  void cutReplication() throws Exception {
    try (Connection connection = connect(primary);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pid from pg_stat_replication")) {
      while (row.next()) {
        new ProcessBuilder("kill", "-STOP", row.getString(1)).start().waitFor();
      }
    }
  }

  /** Also one that stands still, which no tool could stop. */
  private void end(int server) throws IOException {
    if (servers[server] != null) {
      files[server].kill();
      servers[server].close();
      servers[server] = null;
    }
  }

  /** Kills the primary and makes the standby the primary. */
  void failOver() throws Exception {
    end(primary);
    promote();
  }

  /** The same where nobody is told: the primary stands still, and what is open to it stays open. */
  void failOverFromSilence() throws Exception {
    files[primary].freeze();
    promote();
  }

  private void promote() throws SQLException {
    primary = 1 - primary;
    try (Connection connection = connect(primary);
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_promote(true, 60)");
    }
  }

  /** From now on a commit is answered when the standby has it too. */
  void waitForStandby() throws SQLException {
    try (Connection connection = connect(primary);
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set synchronous_standby_names = '*'");
      statement.execute("select pg_reload_conf()");
    }
    while (!isTrue(
        primary, "select exists (select from pg_stat_replication where sync_state = 'sync')")) {
      Thread.onSpinWait();
    }
  }

  /** The standby's processes stand still: it answers nothing, and its connections stay. */
  void freezeStandby() throws Exception {
    files[1 - primary].freeze();
  }

  void thawStandby() throws Exception {
    files[1 - primary].thaw();
  }

  private boolean isTrue(int server, String question) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private Connection connect(int server) throws SQLException {
    return servers[server].getPostgresDatabase().getConnection();
  }

  int primaryPort() {
    return ports[primary];
  }

  /** What points an application at both. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "doublelock.db.url",
        "jdbc:postgresql://127.0.0.1:" + ports[0] + ",127.0.0.1:" + ports[1] + "/postgres");
    settings.put("doublelock.db.user", "postgres");
    settings.put("doublelock.bootstrap.user", RunningApp.USER_NAME);
    settings.put("doublelock.bootstrap.password", RunningApp.PASSWORD);
    return settings;
  }

  @Override
  public void close() throws IOException {
    end(0);
    end(1);
  }
}
