package org.doublelock.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary directory that the server unpacks itself into. */
record RuntimeDirectory(Path path) {

  static RuntimeDirectory create() throws IOException {
    return new RuntimeDirectory(Files.createTempDirectory("doublelock-"));
  }

  /** Removes what can be removed; what is still in use is left to the system's own cleaning. */
  void remove() {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(path)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException e) {
      return;
    }
    deepestFirst.forEach(file -> file.toFile().delete());
  }
}
