package org.doublelock.web.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.identity.ProviderOutcome;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.signing.SignatureText;
import org.doublelock.vault.PasswordFault;
import org.doublelock.verification.DryRunReport;
import org.doublelock.web.look.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text is missing in any language, and none stands outside the message files. */
class MessagesTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path VIEWS = Path.of("src/main/webapp/WEB-INF");

  /** Where a key is written as it is: calls of msg, and the tags' attributes that take keys. */
  private static final List<Pattern> USES =
      List.of(
          Pattern.compile("msg\\.(?:text|plain)\\((?:[^'()]*\\? ?)?'([a-z0-9.-]+)'"),
          Pattern.compile("(?:label|hint)=\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\""),
          Pattern.compile("errors\\.add\\(\\s*\"[a-zA-Z]*\",\\s*\"([a-z0-9.-]+)\""),
          Pattern.compile("notice\\.say\\(\"([a-z0-9.-]+)\""),
          Pattern.compile("new Unreadable\\(\"([a-z0-9.-]+)\""),
          Pattern.compile("done\\(\"([a-z0-9.-]+)\""),
          Pattern.compile("\\? '([a-z]+[.][a-z0-9.-]+)' :"),
          Pattern.compile("[?:] \"([a-z-]+[.][a-z0-9.-]+)\""));

  @Test
  void english_and_dutch_have_the_same_keys() throws IOException {
    assertEquals(keys("en"), keys("nl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void every_message_can_be_formatted(String language) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    messages(language)
        .forEach(
            (key, pattern) -> {
              String text = new MessageFormat(pattern, locale).format(new Object[] {1, 2, "three"});
              assertFalse(text.isBlank(), key);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void a_message_takes_the_same_arguments_in_each_language(String language) throws IOException {
    Map<String, String> english = messages("en");
    messages(language)
        .forEach(
            (key, pattern) -> assertEquals(arguments(english.get(key)), arguments(pattern), key));
  }

  @Test
  void every_key_in_use_has_a_message() throws IOException {
    Set<String> missing = new TreeSet<>(used());
    assertTrue(missing.size() > 100, "the search for keys finds them");
    missing.removeAll(keys("en"));
    assertEquals(Set.of(), missing);
  }

  @Test
  void what_is_named_by_its_code_has_a_message() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Permission permission : Permission.builtIn()) {
      named.add("permission." + permission.code());
      named.add("permission." + permission.code() + ".explained");
    }
    for (PermissionGroup group : PermissionGroup.values()) {
      named.add("permission-group." + group.code());
    }
    for (SecondFactorMethod method : SecondFactorMethod.values()) {
      named.add("second-factor." + method.code());
    }
    for (PasswordFault fault : PasswordFault.values()) {
      named.add(fault.messageKey());
    }
    for (String theme : new Themes(Optional.empty(), Optional.empty()).choices()) {
      named.add("theme." + theme);
    }
    for (int check = 1; check <= DryRunReport.CHECKS; check++) {
      named.add("test-key.check." + check);
    }
    for (DryRunReport.State state : DryRunReport.State.values()) {
      named.add("test-key.state." + state.code());
    }
    for (String advice : DryRunReport.ADVICE) {
      named.add("test-key.advice." + advice);
    }
    for (SignatureText written : SignatureText.values()) {
      if (written != SignatureText.BASE64) {
        named.add("test-key.written." + written.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
    for (String kind :
        List.of(
            "text",
            "number",
            "flag",
            "choice",
            "several-text",
            "several-number",
            "several-flag",
            "several-choice",
            "object",
            "or",
            "perhaps")) {
      named.add("help.functions." + kind);
    }
    for (ProviderOutcome.Reason reason : ProviderOutcome.Reason.values()) {
      named.add("provider.refused." + reason.code());
    }
    for (EventKind kind : EventKind.values()) {
      named.add("event." + kind.code());
    }
    for (String refusal : DryRunReport.ADVICE) {
      if (!List.of("needs-the-call", "unlocked", "malformed-body", "unknown-key")
          .contains(refusal)) {
        named.add("call." + refusal);
      }
    }
    for (String act : List.of("disable", "enable", "delete")) {
      named.add("api-key." + act);
      named.add("api-key." + act + ".title");
      named.add("api-key." + act + ".explained");
    }
    for (String words : List.of("authenticator.removal", "passkey.removal")) {
      named.add(words);
      named.add(words + ".lead");
    }
    named.addAll(List.of("registration.sent", "reset.sent"));
    named.removeAll(keys("en"));
    assertEquals(Set.of(), named);
  }

  @Test
  void no_view_holds_a_text_of_its_own() throws IOException {
    Pattern text = Pattern.compile(">([^<>]*[A-Za-z]{3,}[^<>]*)<");
    for (Path view : files(VIEWS, ".jsp", ".tag")) {
      String content =
          Files.readString(view)
              .replaceAll("(?s)<%.*?%>", "")
              .replaceAll("(?s)<script.*?</script>", "")
              .replaceAll("(?s)\\$\\{.*?}", "")
              .replaceAll("</?c:[^<>]*>", "")
              .replaceAll("<code>E[A-Za-z]+:[A-Za-z ]+</code>", "<code></code>")
              .replaceAll(
                  "<(dd|code|th|td)>(SHA-1|[A-Za-z-]+-Key|API-Sign|Doublelock-[A-Za-z]+|otp|nonce)</\\1>",
                  "<$1></$1>");
      Matcher matcher = text.matcher(content);
      assertFalse(matcher.find(), () -> view + ": " + matcher.group(1).strip());
    }
  }

  private static Set<String> used() throws IOException {
    Set<String> used = new TreeSet<>();
    List<Path> sources =
        Stream.concat(
                files(VIEWS, ".jsp", ".tag").stream(),
                files(
                    Path.of("src/main/java"),
                    "Pages.java",
                    "Form.java",
                    "PastedRequest.java",
                    "CurlCommand.java",
                    "ShellWords.java")
                    .stream())
            .toList();
    for (Path source : sources) {
      String content = Files.readString(source);
      for (Pattern use : USES) {
        use.matcher(content)
            .results()
            .map(found -> found.group(1))
            // the beginning of a key that is completed by a code
            .filter(key -> !key.endsWith("."))
            .forEach(used::add);
      }
    }
    return used;
  }

  private static Set<String> arguments(String pattern) {
    return Pattern.compile("\\{(\\d+)")
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> keys(String language) throws IOException {
    return messages(language).keySet();
  }

  private static Map<String, String> messages(String language) throws IOException {
    Map<String, String> messages = new TreeMap<>();
    for (Path file : files(MESSAGES, "_" + language + ".properties")) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      properties.forEach((key, text) -> messages.put((String) key, (String) text));
    }
    return messages;
  }

  private static List<Path> files(Path folder, String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
    }
  }
}
