package org.doublelock.move;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is read as it stands, whoever left it and how. */
class EmbeddedFileTest {

  @TempDir private Path folder;

  /** A copy of the file while it is written is what a power cut leaves. */
  @Test
  void what_a_killed_application_had_not_committed_is_not_read() throws Exception {
    Path cut = folder.resolve("cut.mv.db");
    try (Connection running = made("running", "doublelock", "");
        Statement statement = running.createStatement()) {
      running.setAutoCommit(false);
      statement.execute("insert into stone select x from system_range(1, 2000)");
      running.commit();
      statement.execute("update stone set id = -id");
      try (Connection other = made("running", "doublelock", "");
          Statement checkpoint = other.createStatement()) {
        checkpoint.execute("checkpoint sync");
      }
      Files.copy(folder.resolve("running.mv.db"), cut);
    }
    assertTrue(holdsWhatWasNotCommitted(cut));
    byte[] before = Files.readAllBytes(cut);
    try (EmbeddedFile file = EmbeddedFile.open(cut, "", "");
        Statement statement = file.connection().createStatement();
        ResultSet row = statement.executeQuery("select count(*), min(id) from stone")) {
      row.next();
      assertEquals(2_000, row.getInt(1));
      assertEquals(1, row.getInt(2));
    }
    assertArrayEquals(before, Files.readAllBytes(cut));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("cut.mv.db"),
          files
              .map(each -> each.getFileName().toString())
              .filter(name -> name.startsWith("cut"))
              .toList(),
          "and nothing is left beside it");
    }
  }

  private static boolean holdsWhatWasNotCommitted(Path file) {
    try (MVStore store = new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
      return store.getMapNames().stream()
          .anyMatch(map -> map.startsWith("undoLog.") && store.hasData(map));
    }
  }

  @Test
  void one_that_asks_to_be_kept_open_is_closed() throws Exception {
    try (Connection kept = made("kept", "doublelock", "");
        Statement statement = kept.createStatement()) {
      statement.execute("set db_close_delay -1");
      statement.execute("shutdown");
    }
    Path file = folder.resolve("kept.mv.db");
    EmbeddedFile.open(file, "", "").close();
    try (MVStore ours = new MVStore.Builder().fileName(file.toString()).open()) {
      assertFalse(ours.isReadOnly());
    }
  }

  @Test
  void one_that_was_made_with_settings_opens_with_them() throws Exception {
    made("named", "harbour", "s3cret").close();
    Path file = folder.resolve("named.mv.db");
    EmbeddedFile.open(file, "harbour", "s3cret").close();
    refused("launch.move.unreadable", file, "harbour", "another");
  }

  @Test
  void what_is_no_database_is_refused() throws Exception {
    refused("launch.move.no-source", folder.resolve("none.mv.db"), "", "");
    Path text = Files.writeString(folder.resolve("text.mv.db"), "no database".repeat(1000));
    refused("launch.move.unreadable", text, "", "");
  }

  private static void refused(String why, Path file, String user, String password) {
    MoveFailure refused =
        assertThrows(MoveFailure.class, () -> EmbeddedFile.open(file, user, password));
    assertEquals(why, refused.getMessage());
  }

  private Connection made(String name, String user, String password) throws Exception {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0", user, password);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists stone (id bigint primary key)");
    }
    return connection;
  }
}
