package org.doublelock.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL and its standby, which follows asynchronously; each may take the other's place. */
final class ReplicatedPostgres implements AutoCloseable {

  private final Path folder;
  private final int[] ports = {AppProcess.freePort(), AppProcess.freePort()};
  private final EmbeddedPostgres[] servers = new EmbeddedPostgres[2];
  private int primary;
  private int copies;

  ReplicatedPostgres() throws Exception {
    folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "postgres").toAbsolutePath()), "replicated-");
    servers[0] = start(folder.resolve("first"), ports[0]);
    addStandby();
  }

  private static EmbeddedPostgres start(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", "on")
        .setServerConfig("hot_standby", "on")
        .setServerConfig("max_wal_senders", "5")
        .start();
  }

  /** Makes a standby of what is the primary now, on the other port. */
  void addStandby() throws Exception {
    int own = 1 - primary;
    Path source = dataOf(servers[primary]);
    Path data = folder.resolve("copy-" + ++copies);
    try (Connection connection = connect(primary);
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('standby', true)");
      copy(source, data);
      try (ResultSet backup =
          statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        backup.next();
        Files.writeString(data.resolve("backup_label"), backup.getString(1));
      }
    }
    Files.createFile(data.resolve("standby.signal"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "\nprimary_conninfo = 'host=127.0.0.1 port=" + ports[primary] + " user=postgres'\n",
        StandardOpenOption.APPEND,
        StandardOpenOption.CREATE);
    servers[own] = start(data, ports[own]);
    awaitSame(own);
  }

  private static Path dataOf(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      return Path.of(row.getString(1));
    }
  }

  /** A running server's files come and go; what belongs to its process stays behind. */
  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(file -> !file.endsWith("postmaster.pid")).toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(copy);
      } else if (Files.exists(file)) {
        Files.copy(file, copy);
      }
    }
    new ProcessBuilder("chmod", "700", to.toString()).start().onExit().join();
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
    boolean same = false;
    while (!same) {
      try (Connection connection = connect(standby);
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("select pg_last_wal_replay_lsn() >= '" + position + "'")) {
        row.next();
        same = row.getBoolean(1);
      }
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

  /** Kills the primary and makes the standby the primary. */
  void failOver() throws Exception {
    Path data = dataOf(servers[primary]);
    long postmaster =
        Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle main = ProcessHandle.of(postmaster).orElseThrow();
    List<ProcessHandle> all = Stream.concat(Stream.of(main), main.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    servers[primary].close();
    primary = 1 - primary;
    try (Connection connection = connect(primary);
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_promote(true, 60)");
    }
  }

  private Connection connect(int server) throws SQLException {
    return servers[server].getPostgresDatabase().getConnection();
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
    for (EmbeddedPostgres server : servers) {
      if (server != null) {
        server.close();
      }
    }
  }
}
