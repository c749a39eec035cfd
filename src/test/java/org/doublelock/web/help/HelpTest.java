package org.doublelock.web.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doublelock.verification.Refusal;
import org.doublelock.web.message.MessageCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help explains all that can go wrong, and is found by what people type. */
class HelpTest {

  private static final Pattern WIRE_ERROR = Pattern.compile("\"(E[A-Z][A-Za-z]+:[^\"]+)\"");

  private static final HelpScope ALL = new HelpScope(true, true);
  private static final HelpScope WITHOUT_UNLOCKING = new HelpScope(false, true);
  private static final HelpScope WITHOUT_EXCHANGE = new HelpScope(true, false);

  private final MessageCatalogue catalogue = catalogue();

  @Test
  void every_refusal_of_a_call_is_explained() {
    for (Refusal refusal : Refusal.values()) {
      assertTrue(isExplained(refusal.wireError()), refusal.wireError());
      refusal.hint().ifPresent(hint -> assertTrue(HelpErrors.REFUSALS.contains(hint), hint));
    }
  }

  @Test
  void every_error_that_stands_in_the_code_is_explained() throws IOException {
    Set<String> unexplained = new TreeSet<>();
    int found = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (file.endsWith("HelpErrors.java")) {
          continue;
        }
        List<String> errors =
            WIRE_ERROR.matcher(Files.readString(file)).results().map(HelpTest::error).toList();
        found += errors.size();
        errors.stream().filter(error -> !isExplained(error)).forEach(unexplained::add);
      }
    }
    assertTrue(found > 40, "the search for errors finds them");
    assertEquals(Set.of(), unexplained);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void every_explanation_says_what_it_means_and_what_to_do(String language) throws IOException {
    Set<String> missing = new TreeSet<>();
    Stream.concat(HelpErrors.PROTOCOL.stream(), HelpErrors.FUNCTIONS.stream())
        .map(error -> "help.error." + error.code())
        .forEach(key -> missing.addAll(List.of(key + ".meaning", key + ".remedy")));
    for (HelpErrors.PageError error : HelpErrors.PAGES) {
      String key = "help.page." + error.code();
      missing.addAll(List.of(key, key + ".meaning", key + ".remedy"));
      assertTrue(
          error.topic().isEmpty() || WITHOUT_UNLOCKING.topic(error.topic()).isPresent(),
          error.topic());
    }
    HelpErrors.REFUSALS.forEach(refusal -> missing.add("help.refusal." + refusal));
    for (HelpTopic topic : HelpTopic.ALL) {
      missing.addAll(List.of(topic.key("title"), topic.key("lead")));
      topic.sections().forEach(section -> missing.addAll(of(topic, section)));
    }
    HelpScope.OF_UNLOCKING.forEach(
        key -> missing.addAll(List.of(key, key + HelpScope.WITHOUT_UNLOCKING)));
    HelpScope.OF_EXCHANGE.forEach(
        key -> missing.addAll(List.of(key, key + HelpScope.WITHOUT_EXCHANGE)));
    missing.removeAll(messages(language).keySet());
    assertEquals(Set.of(), missing);
  }

  @ParameterizedTest
  @CsvSource({"en, unlock", "nl, ontgrendel"})
  void nothing_of_the_help_advises_to_unlock_a_key_where_none_can_be(String language, String word) {
    assertEquals(Optional.empty(), WITHOUT_UNLOCKING.topic("unlock"));
    List<String> texts = new ArrayList<>();
    for (HelpTopic topic : WITHOUT_UNLOCKING.topics()) {
      if (!List.of("passkeys", "operators").contains(topic.code())) { // what else is unlocked
        HelpIndex index = index(language, WITHOUT_UNLOCKING);
        topic.sections().forEach(section -> texts.addAll(index.paragraphs(topic, section)));
      }
    }
    TriedClient.ALL.forEach(client -> texts.add(WITHOUT_UNLOCKING.key(client.message())));
    for (String key : texts) {
      String text = catalogue.text(Locale.forLanguageTag(language), key);
      assertFalse(text.toLowerCase(Locale.ROOT).contains(word), text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void nothing_of_the_exchange_is_explained_where_it_is_left_out(String language) {
    assertEquals(List.of(), WITHOUT_EXCHANGE.functionErrors());
    for (HelpIndex.Entry entry : index(language, WITHOUT_EXCHANGE).entries()) {
      assertFalse(entry.title().matches("E(Order|Funding|Query):.*"), entry.title());
      assertFalse(entry.text().matches("(?s).*(OpenOrders|AddOrder|cl_ord_id).*"), entry.text());
    }
  }

  @Test
  void what_a_page_error_is_about_is_something_that_pages_say() {
    for (HelpErrors.PageError error : HelpErrors.PAGES) {
      for (String key : error.messages()) {
        assertTrue(catalogue.has(key) || catalogue.has(key + ".text"), key);
      }
    }
  }

  @Test
  void every_page_of_a_failure_leads_to_its_explanation() {
    messagesKeys("failure\\.\\d+\\.title")
        .forEach(
            key -> {
              String failure = key.replace(".title", "");
              assertTrue(HelpErrors.explaining(failure).isPresent(), failure);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | EAPI:Invalid signature            | /help/errors#invalid-signature
          en | invalid NONCE                     | /help/errors#invalid-nonce
          en | EGeneral:Invalid arguments:price  | /help/errors#invalid-arguments
          en | otp-missing                       | /help/errors#otp-missing
          en | what is otp                       | /help/otp
          en | my bot cannot send a code         | /help/unlock
          nl | tijdelijk ontgrendelen            | /help/unlock
          en | I lost my phone                   | /help/lost-device
          en | recovery codes                    | /help/sign-in#recovery
          en | what is a passkey                 | /help/passkeys
          nl | vingerafdruk                      | /help/passkeys
          en | account locked by support         | /help/operators
          nl | account geblokkeerd               | /help/operators
          en | stolen key                        | /help/risks
          en | hmac python                       | /help/clients
          en | there is no such page             | /help/errors#no-such-page
          nl | EAPI:Invalid signature            | /help/errors#invalid-signature
          nl | telefoon kwijt                    | /help/lost-device
          nl | herstelcodes                      | /help/sign-in#recovery
          nl | risico's                          | /help/risks
          nl | tweestapsverificatie              | /help/two-factor
          """)
  void a_question_finds_its_answer_first(String language, String question, String answer) {
    assertEquals(answer, index(language).find(question).get(0).path(), question);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzy", "🦦", "…", "%'\"<>"})
  void nonsense_finds_nothing(String question) {
    assertEquals(List.of(), index("en").find(question));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void all_that_is_in_the_index_can_be_found_by_its_title(String language) {
    for (HelpIndex.Entry entry : index(language).entries()) {
      assertTrue(index(language).find(entry.title()).contains(entry), entry.title());
      assertFalse(entry.text().isBlank(), entry.title());
    }
  }

  private static List<String> of(HelpTopic topic, String section) {
    return List.of(topic.key(section), topic.key(section + ".1"));
  }

  private static String error(MatchResult found) {
    return found.group(1);
  }

  private static boolean isExplained(String error) {
    return HelpErrors.explainingAnswer(error).isPresent();
  }

  private HelpIndex index(String language) {
    return index(language, ALL);
  }

  private HelpIndex index(String language, HelpScope scope) {
    return new HelpIndex(catalogue, Locale.forLanguageTag(language), scope);
  }

  private Stream<String> messagesKeys(String pattern) {
    try {
      List<String> keys =
          messages("en").keySet().stream().filter(key -> key.matches(pattern)).toList();
      assertFalse(keys.isEmpty());
      return keys.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageCatalogue catalogue() {
    try {
      return new MessageCatalogue(Map.of("en", messages("en"), "nl", messages("nl")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> messages(String language) throws IOException {
    Map<String, String> messages = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
      for (Path file :
          files.filter(each -> each.toString().endsWith("_" + language + ".properties")).toList()) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
        properties.forEach((key, text) -> messages.put((String) key, (String) text));
      }
    }
    return messages;
  }
}
