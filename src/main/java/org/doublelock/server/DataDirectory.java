package org.doublelock.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** The directory that holds what one installation keeps: the embedded database and the keyset. */
final class DataDirectory {

  static final String SETTING = "doublelock.data.dir";

  /** H2's name for it; its files have endings. */
  static final String DATABASE = "doublelock";

  private DataDirectory() {}

  /** Makes it ready for the embedded database, open to nobody else on this machine. */
  static void prepare(Config config) {
    Path directory = of(config);
    try {
      new OwnersFiles(directory).prepare(DATABASE + ".mv.db");
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write in " + directory, unwritable);
    }
  }

  static Path of(Config config) {
    return config
        .getOptionalValue(SETTING, String.class)
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".doublelock"))
        .toAbsolutePath();
  }
}
