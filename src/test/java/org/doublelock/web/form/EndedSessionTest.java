package org.doublelock.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndedSessionTest {

  private static final Path VIEWS = Path.of("src/main/webapp/WEB-INF");

  private final EndedSession session = new EndedSession();

  @Test
  void keeps_what_was_typed_for_its_person_and_once_and_nothing_secret() {
    session.note(
        sent("/api-keys/new", "anna", Map.of("description", List.of("Bot"), "code", List.of("1"))));
    assertTrue(session.isFormKept());
    EndedSession.Form form = session.takeFor("anna").orElseThrow();
    assertEquals("/api-keys/new", form.page());
    assertEquals(Map.of("description", List.of("Bot")), form.fields());
    assertTrue(form.whole());
    assertEquals(Optional.empty(), session.takeFor("anna"));
  }

  @Test
  void drops_it_when_somebody_else_signs_in() {
    session.note(sent("/api-keys/new", "anna", Map.of("description", List.of("Bot"))));
    assertEquals(Optional.empty(), session.takeFor("bert"));
    assertEquals(Optional.empty(), session.takeFor("anna"));
  }

  @Test
  void keeps_no_form_that_stands_elsewhere_or_says_nothing_of_it() {
    session.note(sent("//evil.example/", "anna", Map.of("description", List.of("Bot"))));
    assertFalse(session.isFormKept());
    session.note(Map.of("description", List.of("Bot")));
    assertFalse(session.isFormKept());
    assertTrue(session.takeEnded());
    assertFalse(session.takeEnded(), "told once");
  }

  @Test
  void of_what_is_too_long_it_says_that_it_is_lost() {
    session.note(sent("/api-keys/new", "anna", Map.of("addresses", List.of("x".repeat(4_000)))));
    EndedSession.Form form = session.takeFor("anna").orElseThrow();
    assertEquals(Map.of(), form.fields());
    assertFalse(form.whole());
  }

  @Test
  void of_what_has_too_many_fields_or_values_it_says_that_it_is_lost() {
    Map<String, List<String>> many =
        IntStream.rangeClosed(0, EndedSession.MAX_VALUES)
            .boxed()
            .collect(Collectors.toMap(i -> Integer.toString(i, 36), i -> List.of("")));
    for (Map<String, List<String>> fields :
        List.of(many, Map.of("a", Collections.nCopies(EndedSession.MAX_VALUES + 1, "")))) {
      session.note(sent("/api-keys/new", "anna", fields));
      EndedSession.Form form = session.takeFor("anna").orElseThrow();
      assertEquals(Map.of(), form.fields());
      assertFalse(form.whole());
    }
    many.remove("0");
    session.note(sent("/api-keys/new", "anna", many));
    assertEquals(many, session.takeFor("anna").orElseThrow().fields());
  }

  @Test
  void of_whom_it_is_no_more_is_kept_than_a_user_name_can_be_long() {
    for (String longest : List.of("x".repeat(64), "𝒳".repeat(64))) {
      session.note(sent("/api-keys/new", longest, Map.of("description", List.of("Bot"))));
      assertTrue(session.takeFor(longest).isPresent());
      String longer = longest + "x";
      Map<String, List<String>> sent = sent("/api-keys/new", longer, Map.of());
      assertEquals("", EndedSession.formOf(sent).orElseThrow().who());
      session.note(sent);
      assertEquals(Optional.empty(), session.takeFor(longer));
    }
  }

  /** A field that browsers are told to hide, or to fill in with a code, is a secret one. */
  @Test
  void every_secret_field_of_the_views_is_known_as_one() throws IOException {
    Pattern tag = Pattern.compile("<(?:d:field|input)\\b[^>]*>");
    Pattern secret =
        Pattern.compile("type=\"password\"|autocomplete=\"(?:one-time-code|[a-z]+-password)\"");
    Pattern name = Pattern.compile("\\bname=\"([A-Za-z]+)\"");
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(VIEWS)) {
      for (Path view : files.filter(Files::isRegularFile).toList()) {
        Matcher tags = tag.matcher(Files.readString(view));
        while (tags.find()) {
          Matcher named = name.matcher(tags.group());
          if (secret.matcher(tags.group()).find() && named.find()) {
            found.add(named.group(1));
          }
        }
      }
    }
    assertTrue(found.contains("current") && found.contains("confirmation"), found.toString());
    found.removeAll(EndedSession.SECRET);
    assertEquals(new TreeSet<>(), found);
  }

  private static Map<String, List<String>> sent(
      String page, String who, Map<String, List<String>> fields) {
    Map<String, List<String>> all = new java.util.LinkedHashMap<>(fields);
    all.put(EndedSession.PAGE, List.of(page));
    all.put(EndedSession.WHO, List.of(who));
    all.put(PageForms.FIELD, List.of("a token"));
    return all;
  }
}
