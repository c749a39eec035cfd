package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is started again reads the keys in use, and starts without them too. */
@OnAnyDatabase
class WarmStartIT {

  private static final String READ = "keys in memory before the first call: 1";
  private static final String LEFT_OUT = "not all keys in use were read before the first call";

  private final Map<String, String> settings = new HashMap<>();

  @Test
  void it_knows_the_keys_in_use_and_waits_for_nothing(@TempDir Path folder)
      throws IOException, SQLException {
    try (CrashingPostgres database = new CrashingPostgres()) {
      settings.putAll(database.settings());
      settings.put("doublelock.vault.keyset-file", folder.resolve("keyset.json").toString());
      TestKey key = keyInUse(database);
      try (RunningApp app = RunningApp.startedWith(settings)) {
        assertTold(READ, app);
        assertCallable(app, key);
      }
      try (RunningApp app = startedWhileKeysCannotBeRead(database)) {
        assertTold(LEFT_OUT, app);
        assertCallable(app, key);
      }
    }
  }

  /**
   * Somebody else holds the table that each reading of a key needs, and nothing else of a start.
   */
  private RunningApp startedWhileKeysCannotBeRead(CrashingPostgres database) throws SQLException {
    try (Connection holder = database.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table api_key_permission in access exclusive mode");
      RunningApp app = RunningApp.startedWith(settings);
      holder.rollback();
      return app;
    }
  }

  private TestKey keyInUse(CrashingPostgres database) throws SQLException {
    BrowserContext browser = Chromium.window();
    try (RunningApp app = RunningApp.startedWith(settings)) {
      TestKey key = Owner.signIn(browser.newPage(), app).createKey();
      assertCallable(app, key);
      database.await("select count(*) from call_log where refusal = ''", count -> count == 1);
      return key;
    } finally {
      browser.close();
    }
  }

  private static void assertTold(String line, RunningApp app) {
    assertTrue(app.process().log().contains(line), app.process()::logTail);
  }

  private static void assertCallable(RunningApp app, TestKey key) {
    assertEquals("", new ApiClient(app.base()).call(key, "Balance").send().error());
  }
}
