package org.doublelock.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;

/**
 * The server's log, readable by its owner alone, each file that follows a full one too. Public,
 * since the logging of the JDK makes it.
 */
public final class OwnLogFile extends FileHandler {

  static final String NAME = OwnLogFile.class.getName();

  public OwnLogFile() throws IOException {
    // as the configuration says
  }

  /** Called for each file that is opened, the first one while this is made. */
  @Override
  protected synchronized void setOutputStream(OutputStream out) {
    super.setOutputStream(out);
    String pattern = LogManager.getLogManager().getProperty(NAME + ".pattern");
    String file = pattern.replace("%g", "0").replace("%%", "%");
    closeToOthers(Path.of(file));
    closeToOthers(Path.of(file + ".lck"));
  }

  static void closeToOthers(Path file) {
    try {
      if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException anothers) {
      // the directory is closed as well, and a log that others can read is better than none
      return;
    }
  }
}
