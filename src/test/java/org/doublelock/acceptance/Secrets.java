package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every secret that a run of the tests makes, in a file beside the applications' own, so that their
 * logs can be searched for them in the end.
 */
final class Secrets {

  private static final Path FILE = Path.of("target", "app", "secrets.txt");

  /** What is shorter stands in a log by chance. */
  static final int FEWEST_CHARACTERS = 12;

  private Secrets() {}

  /** Notes one and hands it back. */
  static synchronized String made(String secret) {
    if (secret.length() >= FEWEST_CHARACTERS) {
      try {
        Files.createDirectories(FILE.getParent());
        Files.writeString(
            FILE, secret + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return secret;
  }

  static Set<String> all() throws IOException {
    return Files.exists(FILE) ? new TreeSet<>(Files.readAllLines(FILE)) : new TreeSet<>(List.of());
  }
}
