package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * The Java that runs the self-contained jar in this run of the tests: the one of the tests, or with
 * {@code -Ddoublelock.test.java=newest} the one that {@code src/build/tools/newest-java.sh} found.
 */
final class TestJava {

  private static final Path FOUND = Path.of("target", "newest-java.path");

  private TestJava() {}

  static String command() {
    return System.getProperty("doublelock.test.java", "same").equals("newest")
        ? newest()
        : Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String newest() {
    try {
      String found = Files.readString(FOUND).strip();
      if (found.isEmpty()) {
        throw new TestAbortedException("there is no newer Java here");
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
