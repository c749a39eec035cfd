package org.doublelock.web.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One word for each thing: none that docs/vocabulary.md rules out is in a message. */
class VocabularyTest {

  private static final Path LIST = Path.of("docs/vocabulary.md");
  private static final Path MESSAGES = Path.of("src/main/resources/messages");

  /** What people may type when they search the help. */
  private static final Pattern SOUGHT = Pattern.compile("help\\..*\\.words");

  @ParameterizedTest
  @CsvSource({"en, never", "nl, nooit"})
  void no_message_holds_a_word_that_stands_for_another(String language, String column)
      throws IOException {
    List<String> never = never(column);
    assertTrue(never.size() > 8, "the list was read");
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(MESSAGES)) {
      for (Path file :
          files.filter(each -> each.toString().endsWith("_" + language + ".properties")).toList()) {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          messages.load(reader);
        }
        messages.forEach(
            (key, text) ->
                never.stream()
                    .filter(word -> !SOUGHT.matcher((String) key).matches())
                    .filter(word -> holds((String) text, word))
                    .forEach(word -> found.add(key + ": " + word)));
      }
    }
    assertEquals(Set.of(), found);
  }

  private static List<String> never(String column) throws IOException {
    List<String[]> rows =
        Files.readAllLines(LIST).stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> line.split(" *\\| *", -1))
            .toList();
    int at = List.of(rows.get(0)).indexOf(column);
    return rows.stream()
        .skip(2)
        .flatMap(cells -> Stream.of(cells[at].split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean holds(String text, String word) {
    return Pattern.compile("\\b" + Pattern.quote(word) + "(s|en)?\\b", Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }
}
