package org.doublelock.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * {@code java -jar target/doublelock.jar} as a process of its own, on a free loopback port and with
 * an empty data directory. It never outlives the test's process.
 */
public final class AppProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String LAST_LINE = "Press Ctrl-C to stop.";

  private final Process process;
  private final int port;
  private final Path dataDirectory;
  private final StringBuffer printed = new StringBuffer();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final Thread reader;

  private AppProcess(Process process, int port, Path dataDirectory) {
    this.process = process;
    this.port = port;
    this.dataDirectory = dataDirectory;
    this.reader = new Thread(this::read, "app-" + port);
    reader.setDaemon(true);
    reader.start();
  }

  /** Settings by their names, such as {@code doublelock.rate.max}. */
  public static Start with(Map<String, String> settings) {
    return new Start(
        new TreeMap<>(settings),
        TARGET.resolve("doublelock.jar"),
        List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=192m"));
  }

  /**
   * How an application is to be started, from which self-contained file, and with which options of
   * the Java machine: those that start it quickest unless said otherwise.
   */
  public record Start(Map<String, String> settings, Path jar, List<String> javaOptions) {

    /** The same from another file than the one that was built. */
    public Start from(Path other) {
      return new Start(settings, other, javaOptions);
    }

    public Start withJavaOptions(String... options) {
      return new Start(settings, jar, List.of(options));
    }

    /** Starts it and returns at once. */
    public AppProcess launch() {
      return launchOn(freePort());
    }

    /** Starts it on that port, free or not, and returns at once. */
    public AppProcess launchOn(int port) {
      try {
        Path data =
            Files.createTempDirectory(Files.createDirectories(TARGET.resolve("app")), "data-");
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("DOUBLELOCK_"));
        environment.put("DOUBLELOCK_HTTP_PORT", String.valueOf(port));
        environment.put("DOUBLELOCK_DATA_DIR", data.toString());
        settings.forEach(
            (name, value) -> {
              if (name.contains("password") || name.endsWith("credential")) {
                Secrets.made(value);
              }
            });
        settings.forEach((name, value) -> environment.put(variable(name), value));
        return new AppProcess(builder.start(), port, data);
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

    private List<String> command() {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(javaOptions);
      command.add("-Duser.language=en");
      command.add("-Ddoublelock.stop-with-parent=true");
      command.add("-jar");
      command.add(jar.toAbsolutePath().toString());
      return command;
    }

    private static String variable(String setting) {
      return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
  }

  /** A port that nothing listens on now. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.append(line).append('\n');
        if (line.contains(LAST_LINE)) {
          ready.complete(true);
        }
      }
    } catch (IOException e) {
      printed.append(e).append('\n');
    }
    ready.complete(false);
  }

  /**
   * Waits until it says that it is ready.
   *
   * @throws IllegalStateException with all it said, when it ends or takes minutes instead
   */
  public void requireReady() {
    boolean isReady;
    try {
      isReady = ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      isReady = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      isReady = false;
    }
    if (!isReady) {
      close();
      throw new IllegalStateException(
          "the application did not start\n" + printed + "\n" + logTail());
    }
  }

  /** The status it ended with, by itself, within three minutes. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the application does not end\n" + printed);
    }
    reader.join(PATIENCE.toMillis());
    return process.exitValue();
  }

  /** Ends it as a power cut does (SIGKILL), and waits until it has ended. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** The number of its process. */
  public long pid() {
    return process.pid();
  }

  /** Asks it to end, as SIGTERM does. */
  public void terminate() {
    process.destroy();
  }

  /** Where it listens, ending in a slash. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  public int port() {
    return port;
  }

  /** What it has printed so far. */
  public String printed() {
    return printed.toString();
  }

  public Path dataDirectory() {
    return dataDirectory;
  }

  private String logTail() {
    Path log = dataDirectory.resolve("logs").resolve("server.0.log");
    if (!Files.exists(log)) {
      return "there is no log";
    }
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.stream()
          .skip(Math.max(0, lines.size() - 80))
          .collect(Collectors.joining("\n", "the end of " + log + ":\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
