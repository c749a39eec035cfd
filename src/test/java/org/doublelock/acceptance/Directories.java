package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** What the JDK does with files, for whole directories. */
final class Directories {

  private Directories() {}

  /** Copies one with all in it to where there is none yet. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
        Path file = each.next();
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
