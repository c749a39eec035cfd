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
import java.util.stream.Collectors;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zet … uit     | Is hij gelekt? Zet hem eerst uit: dan is het klaar. | true
          zet … uit     | We zetten alle sleutels uit                         | true
          zet … uit     | Zet het in het programma. Daarna gaat 2FA uit.      | false
          meld … aan    | Je meldt je eerst aan                               | true
          meld … aan    | Wijzigingen worden gemeld aan de houder             | false
          aan te melden | Bevries hem, zonder aan te melden                   | true
          inlogapp      | de code van je inlog-app                            | true
          nonce-venster | één noncevenster                                    | false
          """)
  void a_word_is_found_in_its_forms(String word, String text, boolean found) {
    assertEquals(found, holds(text, word));
  }

  /** Whether the word is there, with a hyphen in it or without. */
  private static boolean holds(String text, String word) {
    String parts =
        Stream.of(word.split(" … "))
            .map(part -> "\\b" + Pattern.quote(part) + "(s|t|en|ten)?\\b")
            .collect(Collectors.joining("[^.:;?!]*"));
    Pattern forms = Pattern.compile(parts, Pattern.CASE_INSENSITIVE);
    return Stream.of(text, text.replace("-", "")).anyMatch(each -> forms.matcher(each).find());
  }
}
