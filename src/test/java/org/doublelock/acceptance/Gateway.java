package org.doublelock.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The gateways that {@code docs/gateways.md} calls tried, each run with exactly the files that
 * stand for it in {@code docs/gateways}.
 */
enum Gateway {
  NGINX_WITH_LUA("nginx.conf") {
    @Override
    ListeningProgram start(Path folder, int port) throws IOException {
      return Nginx.start(Files.readString(folder.resolve("nginx.conf")), port).program();
    }
  },
  NGINX_WITH_JAVASCRIPT("nginx-njs.conf", "doublelock.js") {
    @Override
    ListeningProgram start(Path folder, int port) throws IOException {
      return Nginx.start(
              Files.readString(folder.resolve("nginx-njs.conf")),
              port,
              ListeningProgram.path("njs"))
          .program();
    }
  },
  HAPROXY("haproxy.cfg", "doublelock.lua") {
    @Override
    ListeningProgram start(Path folder, int port) throws IOException {
      return ListeningProgram.start(
          List.of(
              ListeningProgram.path("haproxy"),
              "-db",
              "-f",
              folder.resolve("haproxy.cfg").toString()),
          port,
          folder);
    }
  },
  HTTPD("httpd.conf", "doublelock.pl") {
    @Override
    ListeningProgram start(Path folder, int port) throws IOException {
      Path whole =
          Files.writeString(
              folder.resolve("whole.conf"),
              """
              ServerRoot %1$s
              DefaultRuntimeDir %1$s
              PidFile %1$s/httpd.pid
              ErrorLog %1$s/error.log
              ServerName localhost
              User nobody
              Group nogroup
              LoadModule mpm_event_module ${MODULES}/mod_mpm_event.so
              LoadModule authz_core_module ${MODULES}/mod_authz_core.so
              LoadModule proxy_module ${MODULES}/mod_proxy.so
              LoadModule proxy_http_module ${MODULES}/mod_proxy_http.so
              LoadModule perl_module ${MODULES}/mod_perl.so
              Include %1$s/httpd.conf
              """
                  .formatted(folder));
      return ListeningProgram.start(
          List.of(ListeningProgram.path("httpd"), "-DFOREGROUND", "-f", whole.toString()),
          port,
          folder);
    }
  };

  private final List<String> files;

  Gateway(String... files) {
    this.files = List.of(files);
  }

  abstract ListeningProgram start(Path folder, int port) throws IOException;

  /**
   * Starts it on a free loopback port; leaves the test out where the build found none.
   *
   * @param doublelock the port that it asks
   * @param api the port of the API that it protects
   */
  ListeningProgram before(int doublelock, int api, String credential) throws IOException {
    int port = AppProcess.freePort();
    Path folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "gateway").toAbsolutePath()), "gateway-");
    for (String file : files) {
      Files.writeString(
          folder.resolve(file),
          Files.readString(Path.of("docs", "gateways", file))
              .replaceAll("(?m)^#.*$", "")
              .replaceAll("/etc/(nginx|haproxy|apache2)/", folder + "/")
              .replace("LISTEN", "127.0.0.1:" + port)
              .replace("UPSTREAM", "127.0.0.1:" + api)
              .replace("DOUBLELOCK", "127.0.0.1:" + doublelock)
              .replace("CREDENTIAL", credential)
              // such names are the whole machine's
              .replace("abns@doublelock", "abns@doublelock-" + port));
    }
    return start(folder, port);
  }
}
