package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real nginx on a free loopback port, with a configuration of the test's. */
final class Nginx implements AutoCloseable {

  private static final Path FOUND = Path.of("target", "nginx.path");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one, where the build found one; leaves the test out otherwise.
   *
   * @param servers what stands within {@code http}, with {@code LISTEN} for its address and port
   */
  static Nginx start(String servers) {
    try {
      String program = Files.exists(FOUND) ? Files.readString(FOUND).strip() : "";
      Assumptions.assumeFalse(program.isEmpty(), "there is no nginx here");
      int port = AppProcess.freePort();
      Path folder =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target", "nginx").toAbsolutePath()), "nginx-");
      Path configuration =
          Files.writeString(
              folder.resolve("nginx.conf"),
              whole(servers.replace("LISTEN", "127.0.0.1:" + port), folder));
      Process process =
          new ProcessBuilder(
                  program,
                  "-p",
                  folder.toString(),
                  "-c",
                  configuration.toString(),
                  "-e",
                  "error.log")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("printed.log").toFile())
              .start();
      Nginx nginx = new Nginx(process, port);
      nginx.awaitListening(folder);
      return nginx;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String whole(String servers, Path folder) {
    String owner = System.getProperty("user.name").equals("root") ? "user root;" : "";
    return """
        daemon off;
        %s
        worker_processes 1;
        pid %s/nginx.pid;
        load_module /usr/lib/nginx/modules/ndk_http_module.so;
        load_module /usr/lib/nginx/modules/ngx_http_lua_module.so;
        events { worker_connections 512; }
        http {
          access_log off;
          client_body_temp_path %s/body;
          proxy_temp_path %s/proxy;
          fastcgi_temp_path %s/fastcgi;
          uwsgi_temp_path %s/uwsgi;
          scgi_temp_path %s/scgi;
          %s
        }
        """
        .formatted(owner, folder, folder, folder, folder, folder, folder, servers);
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
        "nginx does not listen: " + Files.readString(folder.resolve("printed.log")));
  }

  int port() {
    return port;
  }

  /** Where it listens, ending in a slash. */
  URI base() {
    return URI.create("http://127.0.0.1:" + port + "/");
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
