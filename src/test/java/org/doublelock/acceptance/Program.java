package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another program, run to its end.
 *
 * @param output what it printed, errors included
 */
record Program(String output) {

  private static final long TIMEOUT_SECONDS = 120;

  /** Runs a command; one that fails or does not end fails the test with what it printed. */
  static Program run(String folder, List<String> command) throws IOException, InterruptedException {
    return run(folder, command, Map.of());
  }

  /** The same with more in its environment. */
  static Program run(String folder, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path log = java.nio.file.Files.createTempFile(Path.of("target"), "program", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of(folder).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    String output = java.nio.file.Files.readString(log, StandardCharsets.UTF_8);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(command.get(0) + " failed: " + output);
    }
    return new Program(output);
  }

  String lastLine() {
    return output.strip().lines().reduce((earlier, later) -> later).orElse("");
  }
}
