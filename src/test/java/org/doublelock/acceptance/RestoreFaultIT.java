package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that is put back as it was before calls were accepted. The application, which runs on,
 * takes none of them a second time.
 */
class RestoreFaultIT {

  private static final int CALLS = 30;

  @TempDir private static Path folder;
  private static CrashingPostgres database;
  private static RunningApp app;
  private static BrowserContext browser;

  private ApiClient api;
  private TestKey key;
  private TestKey protectedKey;
  private TestKey counting;
  private Authenticator codes;
  private ReplayedCalls calls;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(folder.resolve("archive"));
    database = new CrashingPostgres(Map.of("wal_level", "replica", "archive_mode", "on"));
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("doublelock.rate.max", "100000");
    app = RunningApp.startedWith(settings);
    browser = Chromium.window();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (app != null) {
      app.close();
    }
    if (database != null) {
      database.close();
    }
  }

  @BeforeEach
  void create_keys() throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter system set archive_command = 'cp %p " + folder.resolve("archive") + "/%f'");
      statement.execute("select pg_reload_conf()");
    }
    Owner owner = Owner.signIn(browser.newPage(), app);
    api = new ApiClient(app.base());
    key = owner.createKey();
    protectedKey = owner.createKey();
    counting = owner.createKey();
    codes = owner.switchOnWithApp(protectedKey);
    calls = new ReplayedCalls(api);
  }

  @AfterEach
  void stop_replaying() throws Exception {
    calls.close();
  }

  @Test
  void nothing_is_accepted_twice_after_a_recovery_to_a_point_in_time() throws Exception {
    PostgresFiles backup;
    try (Connection connection = database.connect()) {
      backup = database.files().backUp(connection, folder.resolve("base-backup"));
    }
    calls.accept(CALLS, key, protectedKey, codes);
    ask("select pg_create_restore_point('before')");
    acceptMore();
    String written = ask("select pg_walfile_name(pg_switch_wal())");
    await("select last_archived_wal >= '" + written + "' from pg_stat_archiver");

    calls.replay();
    database.kill();
    backup.request(
        "recovery",
        "restore_command = 'cp " + folder.resolve("archive") + "/%f %p'",
        "recovery_target_name = 'before'",
        "recovery_target_action = 'promote'");
    backup.replace(database.files());
    database.start();
    await("select not pg_is_in_recovery()");
    assertNothingIsAcceptedTwice();
  }

  /** Of one and the same server: only what nodes have written there tells it. */
  @Test
  void nothing_is_accepted_twice_after_its_disk_was_put_back() throws Exception {
    database.kill();
    PostgresFiles backup = database.files().copy(folder.resolve("disk"));
    database.start();
    calls.awaitAccepted(key);
    acceptMore();
    String mark = kept();
    while (kept().equals(mark)) {
      Thread.onSpinWait();
    }

    calls.replay();
    database.kill();
    backup.replace(database.files());
    database.start();
    assertNothingIsAcceptedTwice();
  }

  private static String kept() throws IOException {
    return Files.readString(app.process().dataDirectory().resolve("database.mark"));
  }

  @Test
  void nothing_is_accepted_twice_after_a_dump_was_put_back() throws Exception {
    PostgresBackup dump =
        PostgresBackup.of(database.url() + "?user=postgres", folder.resolve("doublelock.dump"));
    acceptMore();

    calls.replay();
    database.kill();
    try (CrashingPostgres restored = new CrashingPostgres()) {
      dump.restoreTo(restored.url() + "?user=postgres");
      restored.kill();
      restored.files().replace(database.files());
    }
    database.start();
    assertNothingIsAcceptedTwice();
  }

  private void acceptMore() {
    calls.accept(CALLS, key, protectedKey, codes);
    calls.accept(api.call(counting, "Balance").nonce("41"));
  }

  private void assertNothingIsAcceptedTwice() throws Exception {
    calls.awaitAccepted(key);
    calls.assertNoneIsAcceptedAgain();
    assertEquals(
        "",
        api.call(protectedKey, "Balance")
            .nonce(ReplayedCalls.nextTime())
            .otp(codes.code())
            .send()
            .error());
    assertEquals(
        "EAPI:Invalid nonce",
        api.call(counting, "Balance").nonce("42").send().error(),
        "nobody knows whether it is fresh");
  }

  private static String ask(String question) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void await(String question) throws SQLException {
    while (!"t".equals(ask(question))) {
      Thread.onSpinWait();
    }
  }
}
