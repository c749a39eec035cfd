package org.doublelock.acceptance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus's own judge of metrics and rules. */
final class Promtool {

  /** Where its alerts and what tests them stand. */
  static final Path FOLDER = Path.of("docs", "observability");

  private Promtool() {}

  /**
   * Runs it, where the build found it; leaves the test out otherwise.
   *
   * @param input what it reads
   * @return what it says, empty when it finds nothing; what goes well is not repeated
   */
  static String judge(String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(ListeningProgram.path("promtool")));
    command.addAll(List.of(arguments));
    Path read = Files.writeString(Files.createTempFile("promtool", ".in"), input);
    Path said = Files.createTempFile("promtool", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectInput(read.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("promtool does not end");
      }
      String text = Files.readString(said, StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? "" : "status " + process.exitValue() + ": " + text;
    } finally {
      Files.delete(read);
      Files.delete(said);
    }
  }
}
