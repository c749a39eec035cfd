package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * A PostgreSQL of a test's own that can be ended as a power cut ends it, and started again on what
 * it had on disk. It answers a commit only when that is there.
 */
final class CrashingPostgres implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final Path data;
  private final Map<String, String> configuration;
  private final int port = AppProcess.freePort();
  private EmbeddedPostgres server;

  CrashingPostgres() {
    this(Map.of());
  }

  CrashingPostgres(Map<String, String> configuration) {
    this.configuration = configuration;
    try {
      data =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target", "postgres").toAbsolutePath()), "data-");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    start();
  }

  /** Starts it, on the same port as before. */
  void start() {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPGStartupWait(Duration.ofMinutes(1))
              .setPort(port)
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("fsync", "on");
      configuration.forEach(builder::setServerConfig);
      server = builder.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends all its processes with SIGKILL. */
  void kill() {
    try {
      files().kill();
      server.close();
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  PostgresFiles files() {
    return new PostgresFiles(data);
  }

  /** What a query of one number gives. */
  long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Asks again until it is what is wanted. */
  void await(String sql, LongPredicate wanted) throws SQLException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!wanted.test(number(sql))) {
      assertTrue(System.nanoTime() < end, "in vain: " + sql);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  /** What points an application at it. */
  Map<String, String> settings() {
    return Map.of(
        "doublelock.db.url",
        url(),
        "doublelock.db.user",
        "postgres",
        "doublelock.db.password",
        "postgres",
        "doublelock.bootstrap.user",
        RunningApp.USER_NAME,
        "doublelock.bootstrap.password",
        RunningApp.PASSWORD);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
