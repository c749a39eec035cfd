package org.doublelock.server;

import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** The directory that holds what one installation keeps: the embedded database and the keyset. */
final class DataDirectory {

  static final String SETTING = "doublelock.data.dir";

  private DataDirectory() {}

  static Path of(Config config) {
    return config
        .getOptionalValue(SETTING, String.class)
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".doublelock"))
        .toAbsolutePath();
  }
}
