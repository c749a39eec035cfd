package org.doublelock.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** A server of the distribution that a test has started, on a loopback port. */
final class ListeningProgram implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final Process process;
  private final int port;

  private ListeningProgram(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Where the build found it; the test is left out where it found none. */
  static String path(String name) throws IOException {
    Path found = Path.of("target", name + ".path");
    String program = Files.exists(found) ? Files.readString(found).strip() : "";
    Assumptions.assumeFalse(program.isEmpty(), "there is no " + name + " here");
    return program;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param folder where what it prints goes
   */
  static ListeningProgram start(List<String> command, int port, Path folder) throws IOException {
    Path printed = folder.resolve("printed.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    ListeningProgram program = new ListeningProgram(process, port);
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      if (program.isListening()) {
        return program;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    program.close();
    throw new IllegalStateException(
        command.get(0) + " does not listen: " + Files.readString(printed));
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** Where it listens, ending in a slash. */
  URI base() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Makes it read its configuration again. */
  void reload() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
