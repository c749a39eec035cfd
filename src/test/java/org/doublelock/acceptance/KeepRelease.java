package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Makes what {@link UpgradeIT} reads, with the application that was built: run once by hand for
 * each release, as {@code docs/releasing.md} says, which is why it is named as no test is.
 */
class KeepRelease {

  private static final String VERSION = System.getProperty("doublelock.test.release", "unnamed");

  @Test
  void keep_an_installation_on_the_embedded_database() throws Exception {
    Path data = emptyData();
    Path kept = Files.createDirectories(KeptRelease.folder(VERSION, "h2"));
    Map<String, String> settings = Map.of("doublelock.demo.password", RunningApp.PASSWORD);
    try (RunningApp app = start(settings, data)) {
      live(app).write(kept);
      app.process().terminate();
      app.process().awaitExit();
    }
    UpgradeIT.pack(data.resolve(UpgradeIT.FILE), kept);
    keep(data, UpgradeIT.MARK, kept);
    keep(data, "keyset.json", kept);
  }

  @Test
  void keep_an_installation_on_postgresql() throws Exception {
    Path data = emptyData();
    Path kept = Files.createDirectories(KeptRelease.folder(VERSION, "postgresql"));
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      try (RunningApp app = start(UpgradeIT.on(url), data)) {
        live(app).write(kept);
      }
      Files.deleteIfExists(kept.resolve(UpgradeIT.DUMP));
      PostgresBackup.of(url, kept.resolve(UpgradeIT.DUMP));
    }
    keep(data, "keyset.json", kept);
  }

  private static KeptRelease live(RunningApp app) {
    try (BrowserContext window = Chromium.window()) {
      Owner owner = Owner.signIn(window.newPage(), app);
      ApiClient api = new ApiClient(app.base());
      TestKey locked = owner.createKey();
      Authenticator phone = owner.switchOnWithApp(locked);
      TestKey guarded = owner.createKey();
      owner.switchOnWithPassword(guarded, KeptRelease.KEY_PASSWORD);
      TestKey plain = owner.createKey();
      KeptRelease kept = new KeptRelease(locked, phone, guarded, plain, ApiClient.nextNonce());
      assertEquals("", UpgradeIT.withCode(api, kept, kept.nonce()).error());
      assertEquals("", UpgradeIT.withPassword(api, kept, kept.nonce()).error());
      assertEquals("", api.call(plain, "Balance").nonce(kept.nonce()).send().error());
      return kept;
    }
  }

  private static RunningApp start(Map<String, String> settings, Path data) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("doublelock.data.dir", data.toString());
    return RunningApp.of(AppProcess.with(all).awaitReady());
  }

  private static Path emptyData() throws IOException {
    return Files.createTempDirectory(
        Files.createDirectories(Path.of("target", "app").toAbsolutePath()), "release-");
  }

  private static void keep(Path data, String file, Path kept) throws IOException {
    Path to = kept.resolve(file);
    Files.deleteIfExists(to);
    Files.copy(data.resolve(file), to);
  }
}
