package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
    return start(servers, AppProcess.freePort());
  }

  /** The same on that port, with modules besides that of Lua. */
  static Nginx start(String servers, int port, String... modules) {
    try {
      String program = ListeningProgram.path("nginx");
      Path folder =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target", "nginx").toAbsolutePath()), "nginx-");
      Path configuration =
          Files.writeString(
              folder.resolve("nginx.conf"),
              whole(servers.replace("LISTEN", "127.0.0.1:" + port), folder, modules));
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

  private static String whole(String servers, Path folder, String... modules) {
    String more =
        Arrays.stream(modules)
            .map(module -> "load_module " + module + ";")
            .collect(Collectors.joining("\n"));
    String owner = System.getProperty("user.name").equals("root") ? "user root;" : "";
    return """
        daemon off;
        %s
        worker_processes 1;
        pid %s/nginx.pid;
        load_module /usr/lib/nginx/modules/ndk_http_module.so;
        load_module /usr/lib/nginx/modules/ngx_http_lua_module.so;
        %s
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
        .formatted(owner, folder, more, folder, folder, folder, folder, folder, servers);
  }

  ListeningProgram program() {
    return program;
  }

  int port() {
    return program.port();
  }

  /** Where it listens, ending in a slash. */
  URI base() {
    return program.base();
  }

  @Override
  public void close() {
    program.close();
  }
}
