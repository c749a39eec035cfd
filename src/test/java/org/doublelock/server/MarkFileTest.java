package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkFileTest {

  @TempDir private Path folder;

  @Test
  void is_its_owners_alone_and_holds_the_last_mark() throws IOException {
    MarkFile file = MarkFile.in(folder.resolve("home"));
    file.keep(17);
    file.keep(18);
    assertEquals(OptionalLong.of(18), file.read());
    assertEquals("rw-------", permissions(file.path()));
  }

  @Test
  void takes_the_place_of_one_that_others_could_read_and_of_one_half_written() throws IOException {
    MarkFile file = MarkFile.in(folder);
    open(file.path());
    open(folder.resolve("database.mark.new"));
    file.keep(18);
    assertEquals(OptionalLong.of(18), file.read());
    assertEquals("rw-------", permissions(file.path()));
  }

  @Test
  void leaves_nothing_beside_it() throws IOException {
    MarkFile file = MarkFile.in(folder);
    file.keep(17);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file.path()), files.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "soon"})
  void a_file_without_a_mark_is_not_taken_for_none(String text) throws IOException {
    MarkFile file = MarkFile.in(folder);
    Files.writeString(file.path(), text);
    assertThrows(IllegalStateException.class, file::read);
  }

  private static void open(Path file) throws IOException {
    Files.writeString(file, "17");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
