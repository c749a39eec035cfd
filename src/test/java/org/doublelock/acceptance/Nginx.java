package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real nginx on a free loopback port, with a configuration of the test's. */
final class Nginx implements AutoCloseable {

  private final ListeningProgram program;

  private Nginx(ListeningProgram program) {
    this.program = program;
  }

  /**
   * Starts one, where the build found one; leaves the test out otherwise.
   *
   * @param servers what stands within {@code http}, with {@code LISTEN} for its address and port
   */
  static Nginx start(String servers) {
    try {
      String program = ListeningProgram.path("nginx");
      int port = AppProcess.freePort();
      Path folder =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target", "nginx").toAbsolutePath()), "nginx-");
      Path configuration =
          Files.writeString(
              folder.resolve("nginx.conf"),
              whole(servers.replace("LISTEN", "127.0.0.1:" + port), folder));
      return new Nginx(
          ListeningProgram.start(
              List.of(
                  program,
                  "-p",
                  folder.toString(),
                  "-c",
                  configuration.toString(),
                  "-e",
                  "error.log"),
              port,
              folder));
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

  int port() {
    return program.port();
  }

  /** Where it listens, ending in a slash. */
  URI base() {
    return URI.create("http://127.0.0.1:" + program.port() + "/");
  }

  @Override
  public void close() {
    program.close();
  }
}
