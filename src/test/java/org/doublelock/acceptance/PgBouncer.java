package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real pgbouncer on a free loopback port, in front of a PostgreSQL of the test's. */
final class PgBouncer implements AutoCloseable {

  private static final Path FOUND = Path.of("target", "pgbouncer.path");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private PgBouncer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one, where the build found one; leaves the test out otherwise.
   *
   * @param mode {@code session} or {@code transaction}
   * @param more further lines of its configuration
   */
  static PgBouncer before(int postgresql, String mode, String... more) {
    try {
      String program = Files.exists(FOUND) ? Files.readString(FOUND).strip() : "";
      Assumptions.assumeFalse(program.isEmpty(), "there is no pgbouncer here");
      int port = AppProcess.freePort();
      Path folder =
          Files.createTempDirectory(
              "pgbouncer-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Path configuration =
          Files.writeString(
              folder.resolve("pgbouncer.ini"),
              """
              [databases]
              postgres = user=postgres host=127.0.0.1 port=%d
              [pgbouncer]
              listen_addr = 127.0.0.1
              listen_port = %d
              unix_socket_dir =
              auth_type = any
              pool_mode = %s
              max_client_conn = 200
              %s
              """
                  .formatted(postgresql, port, mode, String.join("\n", more)));
      List<String> command = new ArrayList<>(List.of(program));
      if (System.getProperty("user.name").equals("root")) {
        command.addAll(List.of("-u", "nobody")); // it refuses to run as root
      }
      command.add(configuration.toString());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("printed.log").toFile())
              .start();
      PgBouncer pooler = new PgBouncer(process, port);
      pooler.awaitListening(folder);
      return pooler;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitListening(Path folder) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    close();
    throw new IllegalStateException(
        "pgbouncer does not listen: " + Files.readString(folder.resolve("printed.log")));
  }

  /** The URL of the database {@code postgres} through it. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
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
