package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void no_start_uses_an_embedded_database_that_was_moved() throws IOException {
    FoundSettings settings = new FoundSettings(name -> Optional.of(folder.toString()));
    DataDirectory.prepare(settings);
    DataDirectory.noteMoved(folder, NOW);
    assertThrows(IllegalStateException.class, () -> DataDirectory.prepare(settings));
    Path note = folder.resolve(DataDirectory.MOVED);
    assertEquals("moved to PostgreSQL, 2026-11-23T10:00:00Z\n", Files.readString(note));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(note)));
  }

  @Test
  void the_mark_stays_until_the_other_database_is_open() throws IOException {
    MarkFile.in(folder).keep(17);
    DataDirectory.noteMoved(folder, NOW);
    assertEquals(OptionalLong.of(17), MarkFile.in(folder).read());
  }

  @Test
  void it_is_said_that_a_move_cannot_be_noted() throws IOException {
    Path inItsPlace = Files.createDirectory(folder.resolve(DataDirectory.MOVED));
    assertThrows(IOException.class, () -> DataDirectory.noteMoved(folder, NOW));
    assertTrue(Files.isDirectory(inItsPlace));
  }
}
