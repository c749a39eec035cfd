package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Run after all other tests, which is why it is named as none of them is. */
class LogsOfTheWholeRun {

  private static final Path APPLICATIONS = Path.of("target", "app");

  @Test
  void hold_no_secret_that_was_made_in_it() throws IOException {
    Set<String> all = Secrets.all();
    List<Path> logs;
    try (Stream<Path> files = Files.walk(APPLICATIONS)) {
      logs = files.filter(file -> file.toString().contains(".log")).toList();
    }
    assertFalse(all.isEmpty(), "secrets were made");
    assertFalse(logs.isEmpty(), "logs were written");
    SecretSearch secrets = new SecretSearch(all);
    for (String each : all) {
      assertTrue(secrets.standIn("a line with " + each + " in it"), "each is searched for");
    }
    for (Path log : logs) {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      for (int line = 0; line < lines.size(); line++) {
        assertFalse(secrets.standIn(lines.get(line)), log + ", line " + (line + 1));
      }
    }
  }
}
