package org.doublelock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that lead a newcomer through the code name what is there. */
class GuidedToursTest {

  private static final Pattern LINK = Pattern.compile("(?m)^\\[`?([^\\]`]+)`?\\]: (\\S+)$");
  private static final Pattern TYPE = Pattern.compile("\\b(?:[A-Z][a-z0-9]+){2,}\\b");
  private static final Path DOCS = Path.of("docs");

  @ParameterizedTest
  @ValueSource(strings = {"how-a-call-is-checked.md", "how-2fa-is-switched-on.md"})
  void every_link_leads_to_a_file_that_is_named_like_it(String page) throws IOException {
    String text = Files.readString(DOCS.resolve(page));
    Set<String> linked = new TreeSet<>();
    for (MatchResult link : LINK.matcher(text).results().toList()) {
      Path file = DOCS.resolve(link.group(2)).normalize();
      assertTrue(Files.isRegularFile(file), () -> page + " leads to " + file);
      assertTrue(used(text, link), () -> page + " does not use " + link.group());
      if (file.toString().endsWith(".java")) {
        assertEquals(link.group(1) + ".java", file.getFileName().toString());
        linked.add(link.group(1));
      }
    }
    assertFalse(linked.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"how-a-call-is-checked.md", "how-2fa-is-switched-on.md"})
  void every_type_that_is_named_is_there(String page) throws IOException {
    Set<String> named =
        TYPE.matcher(Files.readString(DOCS.resolve(page)))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    named.removeAll(Set.of("AwaitingCode", "AwaitingPassword")); // cases of Enrolment
    named.removeAll(types());
    assertEquals(Set.of(), named);
  }

  @Test
  void a_newcomer_is_led_to_them() throws IOException {
    for (String start : new String[] {"README.md", "CONTRIBUTING.md"}) {
      String text = Files.readString(Path.of(start));
      assertTrue(text.contains("docs/how-a-call-is-checked.md"), start);
      assertTrue(text.contains("docs/how-2fa-is-switched-on.md"), start);
    }
  }

  private static boolean used(String text, MatchResult link) {
    String label = link.group().substring(0, link.group().indexOf("]: ") + 1);
    return text.substring(0, link.start()).replaceAll("\\s+", " ").contains(label);
  }

  private static Set<String> types() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
