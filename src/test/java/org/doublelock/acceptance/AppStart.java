package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an application is to be started, from which self-contained file, and with which options of
 * the Java machine: those that start it quickest unless said otherwise.
 */
public record AppStart(Map<String, String> settings, Path jar, List<String> javaOptions) {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path COMPILED_IN_FULL =
      Path.of("src", "test", "container", "compiled-in-full.json").toAbsolutePath();

  /** Settings by their names, such as {@code doublelock.rate.max}. */
  static AppStart with(Map<String, String> settings) {
    return new AppStart(
        new TreeMap<>(settings),
        TARGET.resolve("doublelock.jar"),
        List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=192m"));
  }

  /** The same from another file than the one that was built. */
  public AppStart from(Path other) {
    return new AppStart(settings, other, javaOptions);
  }

  /** Compiled in full: starts later, and answers sooner once it has answered for a while. */
  public AppStart lasting() {
    return withJavaOptions("-Xmx512m", "-XX:+UseSerialGC", "-XX:MetaspaceSize=192m");
  }

  /**
   * For what many tests share: of Java's second compiler, which takes more of the processor's time
   * than the tests do, it has what password hashes cannot do without.
   */
  AppStart shared() {
    return lasting()
        .withOneMoreJavaOption("-XX:+UnlockDiagnosticVMOptions")
        .withOneMoreJavaOption("-XX:CompilerDirectivesFile=" + COMPILED_IN_FULL)
        .withOneMoreJavaOption("-XX:CompileCommand=quiet");
  }

  public AppStart withJavaOptions(String... options) {
    return new AppStart(settings, jar, List.of(options));
  }

  public AppStart withOneMoreJavaOption(String option) {
    List<String> options = new ArrayList<>(javaOptions);
    options.add(option);
    return new AppStart(settings, jar, options);
  }

  /** Starts it and returns at once. */
  public AppProcess launch() {
    return launchOn(AppProcess.freePort());
  }

  /** Starts it on that port, free or not, and returns at once. */
  public AppProcess launchOn(int port) {
    try {
      Path data =
          Files.createTempDirectory(Files.createDirectories(TARGET.resolve("app")), "data-");
      TestServer server = TestServer.configured();
      ProcessBuilder builder =
          new ProcessBuilder(server.prepare(this, data, port)).redirectErrorStream(true);
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("DOUBLELOCK_"));
      environment.put("DOUBLELOCK_HTTP_PORT", String.valueOf(port));
      environment.put("DOUBLELOCK_DATA_DIR", data.toString());
      environment.put("DOUBLELOCK_STOP_NOTICE_SECONDS", "0"); // no balancer is to be waited for
      environment.putAll(server.environment(port));
      settings.forEach(
          (name, value) -> {
            if (name.contains("password") || name.endsWith("credential")) {
              Secrets.made(value);
            }
          });
      settings.forEach((name, value) -> environment.put(variable(name), value));
      AppProcess started = new AppProcess(builder.start(), port, data);
      if (!server.saysWhenItIsReady()) {
        started.askUntilItIsReady();
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and waits until it says that it is ready. */
  public AppProcess awaitReady() {
    AppProcess app = launch();
    app.requireReady();
    return app;
  }

  private static String variable(String setting) {
    return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
