package org.doublelock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prose is read beside code, and compared line by line: its lines are as long as the code's. */
class DocumentedWidthTest {

  private static final int WIDEST = 120;

  /** Code and links stand as they are, however long they are. */
  private static final Pattern WHOLE =
      Pattern.compile("`[^`]*`|\\[[^\\]]*\\]\\([^)\\s]*\\)|\\bhttps?://\\S+");

  @Test
  void a_line_of_prose_has_at_most_120_characters() throws IOException {
    List<String> wide = new ArrayList<>();
    try (Stream<Path> guides = Files.walk(Path.of("docs"))) {
      Stream.concat(
              guides.filter(file -> file.toString().endsWith(".md")),
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of))
          .forEach(file -> wide.addAll(wideLines(file)));
    }
    assertEquals(List.of(), wide);
  }

  private static List<String> wideLines(Path file) {
    List<String> wide = new ArrayList<>();
    boolean isCode = false;
    int number = 0;
    for (String line : lines(file)) {
      number++;
      isCode ^= line.strip().startsWith("```");
      if (!isCode && isProse(line) && WHOLE.matcher(line).replaceAll("").length() > WIDEST) {
        wide.add(file + ":" + number);
      }
    }
    return wide;
  }

  private static boolean isProse(String line) {
    return !line.startsWith("|") && !line.startsWith("    ");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
