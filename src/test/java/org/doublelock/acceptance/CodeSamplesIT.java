package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.doublelock.web.help.CodeSample;
import org.junit.jupiter.api.Test;

/** The worked examples that the pages show run as they stand. */
@AcceptanceTest
@OnAnyDatabase
class CodeSamplesIT {

  private static final Map<String, List<String>> COMMANDS =
      Map.of(
          "curl", List.of("bash", "sample.sh"),
          "Python", List.of("python3", "sample.py"),
          "JavaScript", List.of("node", "sample.js"),
          "Java",
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "Sample.java"));

  /** With what has a meaning in a form, in a shell and in a text of a program. */
  private static final String PASSWORD = "otters & 100% + one=two; $HOME #7";

  @Test
  void every_example_is_told_about_its_key_with_the_code_of_an_app(Owner owner) throws Exception {
    TestKey key = owner.createKey("Export data");
    Authenticator app = owner.switchOnWithApp(key);
    assertEachAnswers("\"api_key_name\"", owner, key, app::code);
    assertEachAnswers("EAPI:Invalid signature", owner, key, app::wrongCode);
  }

  @Test
  void every_example_is_told_about_its_key_with_a_password_of_any_characters(Owner owner)
      throws Exception {
    TestKey key = owner.createKey("Export data");
    owner.switchOnWithPassword(key, PASSWORD);
    assertEachAnswers("\"api_key_name\"", owner, key, () -> PASSWORD);
    assertEachAnswers("EAPI:Invalid signature", owner, key, () -> PASSWORD + "!");
  }

  @Test
  void the_one_in_javascript_runs_as_a_module_too(Owner owner) throws Exception {
    TestKey key = owner.createKey("Export data");
    owner.switchOnWithPassword(key, PASSWORD);
    CodeSample sample = sample("JavaScript", owner, key, PASSWORD);
    assertTrue(run(sample, List.of("node", "sample.mjs")).contains("\"api_key_name\""));
  }

  private static void assertEachAnswers(
      String expected, Owner owner, TestKey key, Supplier<String> otp) throws Exception {
    for (String language : COMMANDS.keySet()) {
      String answer = run(sample(language, owner, key, otp.get()), COMMANDS.get(language));
      assertTrue(answer.contains(expected), language + ": " + answer);
    }
  }

  private static CodeSample sample(String language, Owner owner, TestKey key, String otp) {
    String server = owner.app().base().toString().replaceAll("/$", "");
    return CodeSample.all(server, CodeSample.FOR_EVERY_KEY, key.publicKey(), key.secret(), otp)
        .stream()
        .filter(sample -> sample.language().equals(language))
        .findAny()
        .orElseThrow();
  }

  private static String run(CodeSample sample, List<String> command) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "sample");
    Files.writeString(folder.resolve(command.get(1)), sample.code());
    return Program.run(folder.toString(), command).lastLine();
  }
}
