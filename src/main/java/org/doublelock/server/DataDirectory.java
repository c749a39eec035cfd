package org.doublelock.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.microprofile.config.Config;

/** The directory that holds what one installation keeps: the embedded database and the keyset. */
final class DataDirectory {

  static final String SETTING = "doublelock.data.dir";

  /** H2's name for it; its files have endings. */
  static final String DATABASE = "doublelock";

  /** Says that what the embedded database holds is on PostgreSQL now. */
  static final String MOVED = DATABASE + ".moved";

  private DataDirectory() {}

  /**
   * Makes it ready for the embedded database, open to nobody else on this machine.
   *
   * @throws IllegalStateException when that was moved: what it would accept is used up elsewhere
   */
  static void prepare(Config config) {
    Path directory = of(config);
    if (Files.exists(directory.resolve(MOVED))) {
      throw new IllegalStateException(
          "the data in "
              + directory
              + " was moved to PostgreSQL: set doublelock.db.url; to start anew or go back to the"
              + " embedded database, take "
              + MOVED
              + " away");
    }
    try {
      new OwnersFiles(directory).prepare(DATABASE + ".mv.db");
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write in " + directory, unwritable);
    }
  }

  /**
   * Notes that the embedded database's data was moved, so that no start uses it by mistake. It is
   * on disk when this returns.
   */
  static void noteMoved(Path directory, Instant when) throws IOException {
    ReplacedFile note = new ReplacedFile(directory.resolve(MOVED));
    note.write("moved to PostgreSQL, " + when + "\n");
    note.forceName();
  }

  static Path of(Config config) {
    return config
        .getOptionalValue(SETTING, String.class)
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".doublelock"))
        .toAbsolutePath();
  }
}
