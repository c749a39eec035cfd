package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code java -jar target/doublelock.jar move-data} as a process, and what its terminal shows. */
final class MoveRun implements AutoCloseable {

  static final String JAR = Path.of("target", "doublelock.jar").toAbsolutePath().toString();

  private static final long TIMEOUT_SECONDS = 180;

  private final Process process;
  private final Path printed;

  private MoveRun(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
  }

  /**
   * @param settings by their names
   * @param words what stands after the jar
   */
  static MoveRun start(Map<String, String> settings, String... words) {
    List<String> command =
        new ArrayList<>(List.of(TestJava.command(), "-Duser.language=en", "-jar", JAR));
    command.addAll(List.of(words));
    return start(command, settings);
  }

  /** Any command, in an environment that has these settings and no others of ours. */
  static MoveRun start(List<String> command, Map<String, String> settings) {
    try {
      Path printed =
          Files.createTempFile(Files.createDirectories(Path.of("target", "app")), "move-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("DOUBLELOCK_"));
      settings.forEach(
          (name, value) ->
              builder
                  .environment()
                  .put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
      return new MoveRun(builder.start(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status it ends with by itself. */
  int status() throws InterruptedException {
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the command does not end\n" + printed());
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as a power cut does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String printed() {
    try {
      return Files.readString(printed, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    kill();
  }
}
