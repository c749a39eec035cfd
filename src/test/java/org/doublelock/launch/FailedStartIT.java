package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.doublelock.acceptance.AppProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps {@code java -jar target/doublelock.jar} from serving, and what it says then. */
class FailedStartIT {

  @Test
  void a_taken_port_ends_it_with_a_message() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        AppProcess app = AppProcess.with(Map.of()).launchOn(taken.getLocalPort())) {
      assertEquals(1, app.awaitExit());
      assertTrue(app.printed().contains("port " + taken.getLocalPort()), app.printed());
      assertTrue(app.printed().contains("doublelock.http.port"), app.printed());
    }
  }

  @Test
  void a_failed_deployment_ends_it_with_a_message_that_names_the_log() throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.start();
        AppProcess app =
            AppProcess.with(Map.of("doublelock.db.url", url(database.getPort()))).launch()) {
      assertEquals(1, app.awaitExit());
      assertTrue(app.printed().contains(log(app).toString()), app.printed());
      assertTrue(app.printed().contains("role \"doublelock\" does not exist"), app.printed());
    }
  }

  @Test
  void a_database_that_is_not_there_yet_is_awaited() throws Exception {
    int port = AppProcess.freePort();
    Map<String, String> settings =
        Map.of(
            "doublelock.db.url",
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
            "doublelock.db.user",
            "postgres");
    try (AppProcess app = AppProcess.with(settings).launch()) {
      while (!Files.exists(log(app)) || !Files.readString(log(app)).contains("is asked again")) {
        assertTrue(app.isAlive(), app.printed());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
      try (EmbeddedPostgres database = EmbeddedPostgres.builder().setPort(port).start()) {
        app.requireReady();
        assertTrue(Files.readString(log(app)).contains("the database answers"));
      }
    }
  }

  @Test
  void one_that_never_comes_ends_it_in_time_and_is_named() throws Exception {
    try (AppProcess app =
        AppProcess.with(
                Map.of(
                    "doublelock.db.url",
                    "jdbc:postgresql://127.0.0.1:1/x",
                    "doublelock.start.timeout-seconds",
                    "50"))
            .launch()) {
      assertEquals(1, app.awaitExit());
      assertTrue(
          app.printed().contains("within 50 seconds: Connection to 127.0.0.1:1 refused"),
          app.printed());
    }
  }

  @Test
  void a_database_that_never_answers_ends_it_in_time() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        AppProcess app =
            AppProcess.with(
                    Map.of(
                        "doublelock.db.url",
                        "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x",
                        "doublelock.db.connect-timeout-seconds",
                        "60",
                        "doublelock.start.timeout-seconds",
                        "15"))
                .launch()) {
      assertEquals(1, app.awaitExit());
      assertTrue(app.printed().contains("within 15 seconds"), app.printed());
      assertTrue(app.printed().contains("doublelock.start.timeout-seconds"), app.printed());
    }
  }

  @Test
  void another_node_that_never_answers_ends_it_in_time() throws Exception {
    int own = AppProcess.freePort();
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        AppProcess app =
            AppProcess.with(
                    Map.of(
                        "doublelock.cluster.members",
                        "127.0.0.1:" + own + ",127.0.0.1:" + silent.getLocalPort(),
                        "doublelock.cluster.port",
                        String.valueOf(own)))
                .withOneMoreJavaOption("-Dhazelcast.max.join.seconds=5")
                .launch()) {
      assertEquals(1, app.awaitExit());
      String log = Files.readString(log(app));
      assertTrue(log.contains("Could not join cluster"), app.printed());
    }
  }

  @Test
  void one_that_is_told_to_end_while_it_starts_blames_nothing_else() throws Exception {
    try (AppProcess app = AppProcess.with(Map.of()).launch()) {
      while (!Files.exists(log(app))) {
        assertTrue(app.isAlive(), app.printed());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
      app.terminate();
      assertEquals(128 + 15, app.awaitExit());
      assertFalse(app.printed().contains("could not be started"), app.printed());
    }
  }

  /** The demo shows its mails on a page, unless one of the two settings is made. */
  @Test
  void a_setting_that_the_application_refuses_ends_it() throws Exception {
    try (AppProcess app = AppProcess.with(Map.of("doublelock.registration", "open")).launch()) {
      assertEquals(1, app.awaitExit());
      String reason = "doublelock.registration=open needs a mail server";
      assertTrue(Files.readString(log(app)).contains(reason), app.printed());
      assertTrue(app.printed().contains(reason), "on the screen too: " + app.printed());
    }
  }

  @Test
  void a_theme_that_is_not_understood_ends_it_with_its_name(@TempDir Path folder) throws Exception {
    Path theme = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(theme.resolve("theme.css"), ":root {}");
    try (AppProcess app =
        AppProcess.with(Map.of("doublelock.themes.dir", folder.toString())).launch()) {
      assertEquals(1, app.awaitExit());
      String log = Files.readString(log(app));
      assertTrue(
          log.contains("the theme broken: it needs a theme.properties and a theme.css"),
          app.printed());
    }
  }

  @Test
  void an_unusable_setting_ends_it_with_its_name() throws Exception {
    try (AppProcess app = AppProcess.with(Map.of("doublelock.http.address", "")).launchOn(70000)) {
      assertEquals(1, app.awaitExit());
      assertTrue(app.printed().contains("doublelock.http.port"), app.printed());
    }
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private static Path log(AppProcess app) {
    return app.dataDirectory().resolve("logs/server.0.log");
  }
}
