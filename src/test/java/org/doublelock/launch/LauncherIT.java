package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.doublelock.acceptance.AppProcess;
import org.doublelock.acceptance.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar target/doublelock.jar}, as its process and its terminal show it. */
class LauncherIT {

  private static final int SIGTERM_STATUS = 128 + 15;

  @Test
  void says_where_it_is_and_who_may_sign_in_and_ends_when_told() throws Exception {
    try (AppProcess app = AppProcess.with(Map.of()).awaitReady()) {
      String printed = app.printed();
      assertTrue(printed.contains("Address    http://localhost:" + app.port() + "/"), printed);
      assertTrue(printed.contains("User name  demo"), printed);
      assertTrue(printed.matches("(?s).*Password   [a-z2-9]{4}(-[a-z2-9]{4}){3}\n.*"), printed);
      assertFalse(printed.contains("WARNING"), printed);
      HttpResponse<String> signIn = get(app, "sign-in");
      assertEquals(200, signIn.statusCode());

      app.terminate();
      assertEquals(SIGTERM_STATUS, app.awaitExit());
    }
  }

  @Test
  void nobody_is_let_in_until_it_is_ready_and_what_it_keeps_is_its_owners(@TempDir Path folder)
      throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path logs = Files.createDirectory(home.resolve("logs"));
    Path old = Files.writeString(logs.resolve("server.1.log"), "");
    open(home, "rwxr-xr-x");
    open(logs, "rwxr-xr-x");
    open(old, "rw-r--r--");
    try (AppProcess app =
        AppProcess.with(Map.of("doublelock.data.dir", home.toString())).launch()) {
      Set<String> answers = new HashSet<>();
      RawHttp http = new RawHttp(app.base());
      while (!app.printed().contains("Press Ctrl-C") && app.isAlive()) {
        try {
          for (String path : List.of("/sign-in", "/authz/v1", "/health", "/%zz")) {
            answers.add(http.send("GET " + path + " HTTP/1.1", ""));
          }
        } catch (ConnectException notYet) {
          // nobody listens
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
      app.requireReady();
      assertEquals(200, get(app, "health/ready").statusCode());
      answers.removeIf(answer -> answer.contains("X-Request-Id") || answer.contains(" 400 "));
      assertEquals(Set.of(), answers);

      assertEquals("rwx------", permissions(home));
      assertEquals("rwx------", permissions(logs));
      for (Path file :
          List.of(
              old,
              home.resolve("doublelock.mv.db"),
              home.resolve("keyset.json"),
              logs.resolve("server.0.log"),
              logs.resolve("printed.log"))) {
        assertEquals("rw-------", permissions(file), file.toString());
      }
      String log = Files.readString(logs.resolve("server.0.log"));
      assertTrue(log.contains("others on this machine could read [" + home), log);
    }
  }

  @Test
  void told_to_end_it_is_not_ready_then_lets_nobody_in_and_answers_what_is_under_way()
      throws Exception {
    try (AppProcess app =
        AppProcess.with(Map.of("doublelock.stop.notice-seconds", "2")).awaitReady()) {
      String answer =
          new RawHttp(app.base())
              .sendAround(
                  "POST /0/private/Balance HTTP/1.1\nContent-Length: 8\nAPI-Key: nobody's\n"
                      + "Content-Type: application/x-www-form-urlencoded",
                  "nonce=12",
                  () -> {
                    app.terminate();
                    while (get(app, "health/ready").statusCode() == 200) {
                      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                    }
                    HttpResponse<String> notReady = get(app, "health/ready");
                    assertEquals(503, notReady.statusCode());
                    assertTrue(notReady.body().contains("\"status\":\"DOWN\""), notReady.body());
                    assertEquals(200, get(app, "sign-in").statusCode());
                    awaitNobodyListens(app);
                    assertTrue(app.isAlive());
                    return null;
                  });
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.contains("Connection: close"), answer);
      assertTrue(answer.endsWith("{\"error\":[\"EAPI:Invalid key\"]}"), answer);
      assertEquals(SIGTERM_STATUS, app.awaitExit());
    }
  }

  private static void awaitNobodyListens(AppProcess app) throws IOException {
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
        assertTrue(socket.isConnected());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      } catch (ConnectException nobody) {
        return;
      }
    }
  }

  private static void open(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void tells_a_stranger_nothing_about_the_server() throws Exception {
    try (AppProcess app = AppProcess.with(Map.of()).awaitReady()) {
      for (String path :
          new String[] {
            "sign-in", "metrics", "openapi", "application.wadl", "0/application.wadl", "health"
          }) {
        HttpResponse<String> answer = get(app, path);
        assertTrue(answer.headers().firstValue("Server").isEmpty(), path);
        assertTrue(answer.headers().firstValue("X-Powered-By").isEmpty(), path);
        assertFalse(answer.body().contains("Payara"), path);
        assertFalse(answer.body().contains("jvm"), path);
        assertFalse(answer.body().contains("/private/"), path);
      }
    }
  }

  private static HttpResponse<String> get(AppProcess app, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(app.base().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
