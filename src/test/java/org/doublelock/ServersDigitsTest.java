package org.doublelock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Where Java's language writes other digits than 0 to 9, as Arabic does, {@code %d} does too,
 * unless it is told a language: in a hash, in SQL or in an answer that nobody could read.
 */
class ServersDigitsTest {

  private static final Path CODE = Path.of("src", "main", "java");
  private static final String A_NUMBER = "\"[^\"\n]*%[-+ 0,(]*\\d*(\\.\\d+)?[df][^\"\n]*\"";

  private static final Pattern IN_THE_SERVERS_DIGITS =
      Pattern.compile(A_NUMBER + "\\s*\\.formatted\\(|String\\.format\\(\\s*" + A_NUMBER);

  @Test
  void no_number_is_written_in_the_digits_of_the_servers_language() throws IOException {
    try (Stream<Path> files = Files.walk(CODE)) {
      assertEquals(
          List.of(),
          files.filter(file -> file.toString().endsWith(".java")).filter(this::finds).toList());
    }
  }

  private boolean finds(Path file) {
    try {
      return IN_THE_SERVERS_DIGITS.matcher(Files.readString(file)).find();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
