package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.doublelock.web.CodeSample;
import org.junit.jupiter.api.Test;

/** The worked examples that the pages show run as they stand. */
@AcceptanceTest
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

  @Test
  void every_example_gets_the_balance_with_the_code_of_an_app(Owner owner) throws Exception {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    for (CodeSample sample : samples(owner, key, app.code())) {
      String answer = run(sample);
      assertTrue(answer.contains("\"ZUSD\""), sample.language() + ": " + answer);
    }
    for (CodeSample sample : samples(owner, key, app.wrongCode())) {
      String answer = run(sample);
      assertTrue(answer.contains("EAPI:Invalid signature"), sample.language() + ": " + answer);
    }
  }

  private static List<CodeSample> samples(Owner owner, TestKey key, String otp) {
    String server = owner.app().base().toString().replaceAll("/$", "");
    return CodeSample.all(server, key.publicKey(), key.secret(), otp);
  }

  private static String run(CodeSample sample) throws Exception {
    List<String> command = COMMANDS.get(sample.language());
    Path folder = Files.createTempDirectory(Path.of("target"), "sample");
    Files.writeString(folder.resolve(command.get(1)), sample.code());
    return Program.run(folder.toString(), command).lastLine();
  }
}
