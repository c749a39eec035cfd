package org.doublelock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} names the settings that the program reads, and no page others. */
class DocumentedSettingsTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(doublelock\\.[a-z0-9.-]+)`, `(DOUBLELOCK_[A-Z0-9_]+)`");
  private static final Pattern READ = Pattern.compile("\"(doublelock\\.[a-z0-9.-]+[a-z0-9])\"");
  private static final Pattern VARIABLE = Pattern.compile("DOUBLELOCK_[A-Z0-9_]*[A-Z0-9]");

  /** Not for operators: an asset and what tests start it with. */
  private static final Set<String> INNER = Set.of("doublelock.js", "doublelock.stop-with-parent");

  private static final String PAGE = read(Path.of("docs", "configuration.md"));

  @Test
  void each_setting_that_is_read_has_a_row() throws IOException {
    Set<String> read = found(READ, 1, files("src/main/java"));
    read.removeAll(INNER);
    assertFalse(read.isEmpty());
    read.removeAll(found(ROW, 1, Stream.of(PAGE)));
    assertEquals(Set.of(), read);
  }

  @Test
  void each_row_has_the_variable_of_its_setting() {
    ROW.matcher(PAGE)
        .results()
        .forEach(
            row ->
                assertEquals(
                    row.group(1).replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT),
                    row.group(2)));
  }

  @Test
  void other_pages_and_the_containers_use_no_variable_without_a_row() throws IOException {
    Set<String> used = found(VARIABLE, 0, files("docs"));
    used.addAll(found(VARIABLE, 0, files("docker")));
    used.addAll(found(VARIABLE, 0, Stream.of(read(Path.of("README.md")))));
    assertFalse(used.isEmpty());
    used.removeAll(found(ROW, 2, Stream.of(PAGE)));
    assertEquals(Set.of(), used);
  }

  private static Set<String> found(Pattern pattern, int group, Stream<String> texts) {
    return texts
        .flatMap(text -> pattern.matcher(text).results())
        .map((MatchResult each) -> each.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> files(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*\\.(png|webp|svg)"))
          .map(DocumentedSettingsTest::read)
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
