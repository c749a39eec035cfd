package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static void open(Path file) throws IOException {
    Files.writeString(file, "17");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
