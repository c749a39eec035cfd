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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The application as a process of its own, on a free loopback port and with an empty data
 * directory: {@code java -jar target/doublelock.jar}, or on the server that the run of the tests is
 * about. It never outlives the test's process.
 */
public final class AppProcess implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final Set<String> LOGS = Set.of("server.0.log", "server.log");
  private static final String LAST_LINE = "Press Ctrl-C to stop.";

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();
  private static final int PORTS = 4_000;

  /** Each process of the tests gives its own ones. */
  private static final int FIRST_PORT =
      20_000 + PORTS * (Integer.getInteger("surefire.forkNumber", 1) % 3);

  private final Process process;
  private final int port;
  private final Path dataDirectory;
  private final StringBuffer printed = new StringBuffer();
  private volatile String lastAnswer = "it was not asked";
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final Thread reader;

  AppProcess(Process process, int port, Path dataDirectory) {
    this.process = process;
    this.port = port;
    this.dataDirectory = dataDirectory;
    this.reader = new Thread(this::read, "app-" + port);
    reader.setDaemon(true);
    reader.start();
  }

  /** Settings by their names, such as {@code doublelock.rate.max}. */
  public static AppStart with(Map<String, String> settings) {
    return AppStart.with(settings);
  }

  /**
   * A port that nothing listens on now and that was not given before. It is below those that
   * outgoing connections get: one of these could take it before it is listened on, or while its
   * node is down.
   */
  public static int freePort() {
    while (true) {
      int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
      if (GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
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

  void askUntilItIsReady() {
    Thread asking = new Thread(this::ask, "ready-" + port);
    asking.setDaemon(true);
    asking.start();
  }

  private void ask() {
    FirstPage page = new FirstPage(base());
    while (!ready.isDone()) {
      try {
        int status = page.status();
        lastAnswer = "status " + status;
        if (status == 200) {
          ready.complete(true);
        }
      } catch (IOException notYet) {
        lastAnswer = notYet.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
  }

  /**
   * Waits until it says that it is ready.
   *
   * @throws IllegalStateException with all it said, when it ends or takes minutes instead
   */
  public void requireReady() {
    boolean isReady;
    try {
      isReady = ready.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      printWhatItIsAt();
      isReady = false;
    } catch (ExecutionException e) {
      isReady = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      isReady = false;
    }
    if (!isReady) {
      close();
      throw new IllegalStateException(
          "the application did not start; its last answer: %s\n%s\n%s"
              .formatted(lastAnswer, logTail(), printed));
    }
  }

  /** Has each of its Java machines print what its threads are at. */
  private void printWhatItIsAt() {
    try {
      List<String> command = new ArrayList<>(List.of("kill", "-QUIT"));
      Stream.concat(Stream.of(process.toHandle()), process.descendants())
          .filter(each -> each.info().command().orElse("").endsWith("java"))
          .forEach(each -> command.add(String.valueOf(each.pid())));
      new ProcessBuilder(command).start().waitFor();
      reader.join(2_000); // they print on their own time
    } catch (IOException e) {
      printed.append(e).append('\n');
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The status it ended with, by itself, within three minutes. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the application does not end\n" + printed);
    }
    reader.join(TIMEOUT.toMillis());
    return process.exitValue();
  }

  /** Ends it as a power cut does (SIGKILL), what it started first, and waits until it has ended. */
  public void kill() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .toList()
        .forEach(
            each -> {
              each.destroyForcibly();
              each.onExit().join();
            });
  }

  /** Whether its process has not ended. */
  public boolean isAlive() {
    return process.isAlive();
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

  /** Its log, or its server's; empty where there is none. */
  public String log() {
    try (Stream<Path> below = Files.walk(dataDirectory)) {
      Optional<Path> log =
          below.filter(file -> LOGS.contains(file.getFileName().toString())).findFirst();
      return log.isPresent() ? Files.readString(log.get()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its last lines. */
  public String logTail() {
    List<String> lines = log().lines().toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - 80))
        .collect(Collectors.joining("\n", "the end of the log in " + dataDirectory + ":\n", "\n"));
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
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
