package org.doublelock.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of a test's own that can be ended as a power cut ends it, and started again on what
 * it had on disk. It answers a commit only when that is there.
 */
final class CrashingPostgres implements AutoCloseable {

  private final Path data;
  private final int port = AppProcess.freePort();
  private EmbeddedPostgres server;

  CrashingPostgres() {
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
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPort(port)
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("fsync", "on")
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends all its processes with SIGKILL. */
  void kill() {
    try {
      long postmaster =
          Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      ProcessHandle main = ProcessHandle.of(postmaster).orElseThrow();
      List<ProcessHandle> all = Stream.concat(Stream.of(main), main.descendants()).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().join());
      server.close();
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /** What points an application at it. */
  Map<String, String> settings() {
    return Map.of(
        "doublelock.db.url",
        "jdbc:postgresql://localhost:" + port + "/postgres",
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
