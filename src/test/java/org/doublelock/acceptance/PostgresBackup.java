package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A database of PostgreSQL in a file, made and put back with its own tools as the guide for
 * operators says.
 */
record PostgresBackup(Path file) {

  private static final Path FOUND = Path.of("target", "postgresql-client.path");

  /**
   * Makes one while the application may be at work.
   *
   * @param jdbcUrl of the database, with its user in it
   */
  static PostgresBackup of(String jdbcUrl, Path file) {
    run("pg_dump", "--format=custom", "--file=" + file, "--dbname=" + withoutJdbc(jdbcUrl));
    return new PostgresBackup(file);
  }

  /** Puts it back into the empty database of a server that knows nothing of the first. */
  void restoreTo(EmbeddedPostgres server) {
    restoreTo(server.getJdbcUrl("postgres", "postgres"));
  }

  /** The same by the database's URL, with its user in it. */
  void restoreTo(String jdbcUrl) {
    run(
        "pg_restore",
        "--exit-on-error",
        "--no-owner",
        "--dbname=" + withoutJdbc(jdbcUrl),
        file.toString());
  }

  private static String withoutJdbc(String url) {
    return url.substring("jdbc:".length());
  }

  private static void run(String tool, String... arguments) {
    try {
      String folder = Files.exists(FOUND) ? Files.readString(FOUND).strip() : "";
      Assumptions.assumeFalse(folder.isEmpty(), "there is no " + tool + " here");
      List<String> command = new ArrayList<>(List.of(Path.of(folder, tool).toString()));
      command.addAll(List.of(arguments));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), () -> tool + ": " + said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
