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
          "JavaScript", List.of("node", "sample.mjs"),
          "Java",
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "Sample.java"));

  /** With what has a meaning in a form, in a shell and in a text of a program. */
  private static final String PASSWORD = "otters & 100% + one=two; $HOME #7";

  @Test
  void every_example_gets_the_balance_with_the_code_of_an_app(Owner owner) throws Exception {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    assertEachAnswers("\"ZUSD\"", owner, key, app::code);
    assertEachAnswers("EAPI:Invalid signature", owner, key, app::wrongCode);
  }

  @Test
  void every_example_gets_the_balance_with_a_password_of_any_characters(Owner owner)
      throws Exception {
    TestKey key = owner.createKey("Query funds");
    owner.switchOnWithPassword(key, PASSWORD);
    assertEachAnswers("\"ZUSD\"", owner, key, () -> PASSWORD);
    assertEachAnswers("EAPI:Invalid signature", owner, key, () -> PASSWORD + "!");
  }

  private static void assertEachAnswers(
      String expected, Owner owner, TestKey key, Supplier<String> otp) throws Exception {
    for (String language : COMMANDS.keySet()) {
      String answer = run(sample(language, owner, key, otp.get()));
      assertTrue(answer.contains(expected), language + ": " + answer);
    }
  }

  private static CodeSample sample(String language, Owner owner, TestKey key, String otp) {
    String server = owner.app().base().toString().replaceAll("/$", "");
    return CodeSample.all(server, key.publicKey(), key.secret(), otp).stream()
        .filter(sample -> sample.language().equals(language))
        .findAny()
        .orElseThrow();
  }

  private static String run(CodeSample sample) throws Exception {
    List<String> command = COMMANDS.get(sample.language());
    Path folder = Files.createTempDirectory(Path.of("target"), "sample");
    Files.writeString(folder.resolve(command.get(1)), sample.code());
    return Program.run(folder.toString(), command).lastLine();
  }
}
