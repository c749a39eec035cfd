package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFilesTest {

  private static final Logger LOG = Logger.getLogger(OwnersFiles.class.getName());

  @TempDir private Path folder;

  @Test
  void a_new_directory_and_database_are_the_owners_alone_and_nothing_is_said() throws IOException {
    Path home = folder.resolve("a/home");
    assertEquals(0, said(() -> new OwnersFiles(home).prepare("doublelock.mv.db")));
    assertEquals("rwx------", permissions(home));
    assertEquals("rw-------", permissions(home.resolve("doublelock.mv.db")));
  }

  @Test
  void what_was_open_is_closed_and_said_once() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path logs = Files.createDirectory(home.resolve("logs"));
    List<Path> files =
        List.of(
            home.resolve("doublelock.mv.db"),
            home.resolve("doublelock.trace.db"),
            home.resolve("database.mark"),
            logs.resolve("server.0.log"),
            logs.resolve("server.0.log.lck"),
            logs.resolve("printed.log"));
    Path anothers = home.resolve("notes.txt");
    for (Path file : files) {
      open(Files.createFile(file), "rw-r--r--");
    }
    open(Files.createFile(anothers), "rw-r--r--");
    open(home, "rwxr-xr-x");
    open(logs, "rwxr-xr-x");

    OwnersFiles owners = new OwnersFiles(home);
    assertEquals(1, said(() -> owners.prepare("doublelock.mv.db")));
    assertEquals("rwx------", permissions(home));
    assertEquals("rwx------", permissions(logs));
    for (Path file : files) {
      assertEquals("rw-------", permissions(file));
    }
    assertEquals("rw-r--r--", permissions(anothers));
    assertEquals(0, said(owners::repair));
  }

  @Test
  void a_directory_that_is_not_there_is_not_made_to_be_repaired() throws IOException {
    Path home = folder.resolve("none");
    assertEquals(0, said(() -> new OwnersFiles(home).repair()));
    assertEquals(false, Files.exists(home));
  }

  private interface Act {
    void perform() throws IOException;
  }

  private static int said(Act act) throws IOException {
    List<String> lines = new ArrayList<>();
    Handler listening =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage());
          }

          @Override
          public void flush() {
            // nothing is kept back
          }

          @Override
          public void close() {
            // nothing is open
          }
        };
    LOG.addHandler(listening);
    try {
      act.perform();
    } finally {
      LOG.removeHandler(listening);
    }
    return lines.size();
  }

  private static void open(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
