package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a released version kept goes on with this one: the new jar is started over its data, and
 * that is all. {@link KeepRelease} made the data, with the release itself.
 */
@OnAnyDatabase
@BeforeRelease
class UpgradeIT {

  static final String DUMP = "database.dump";
  static final String FILE = "doublelock.mv.db";

  /** Without it the file would be one that was put back, and calls refused for some seconds. */
  static final String MARK = "database.mark";

  private static final String INVALID_SIGNATURE = "EAPI:Invalid signature";

  @ParameterizedTest
  @ValueSource(strings = {"before-0.1.0", "0.1.0"})
  void an_installation_on_the_embedded_database_goes_on(String version) throws Exception {
    goesOn(
        KeptRelease.folder(version, "h2"),
        embedded(version),
        Map.of("doublelock.demo.password", RunningApp.PASSWORD));
  }

  /** A directory with what that version kept on the embedded database. */
  static Path embedded(String version) throws IOException {
    Path kept = KeptRelease.folder(version, "h2");
    Path data = dataWithKeyset(kept);
    unpack(kept, data.resolve(FILE));
    Files.copy(kept.resolve(MARK), data.resolve(MARK));
    return data;
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-0.1.0", "0.1.0"})
  void an_installation_on_postgresql_goes_on(String version) throws Exception {
    Path kept = KeptRelease.folder(version, "postgresql");
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      new PostgresBackup(kept.resolve(DUMP)).restoreTo(server);
      goesOn(kept, dataWithKeyset(kept), on(server.getJdbcUrl("postgres", "postgres")));
    }
  }

  private static void goesOn(Path folder, Path data, Map<String, String> settings) {
    KeptRelease kept = KeptRelease.read(folder);
    Map<String, String> all = new HashMap<>(settings);
    all.put("doublelock.data.dir", data.toString());
    try (RunningApp app = RunningApp.of(AppProcess.with(all).awaitReady());
        BrowserContext window = Chromium.window()) {
      ApiClient api = new ApiClient(app.base());
      awaitTheEndOfTheFork(api, kept.plain());
      assertEquals(INVALID_SIGNATURE, api.call(kept.locked(), "Balance").send().error());
      assertEquals("EAPI:Invalid nonce", withCode(api, kept, kept.nonce()).error());
      assertEquals("", withCode(api, kept, ApiClient.nextNonce()).error());
      assertEquals("", withPassword(api, kept, ApiClient.nextNonce()).error());

      Owner owner = Owner.signIn(window.newPage(), app);
      assertThat(owner.switchOf(kept.locked())).hasAttribute("aria-checked", "true");
      assertThat(owner.switchOf(kept.plain())).hasAttribute("aria-checked", "false");
      owner.switchOff(kept.guarded(), KeptRelease.KEY_PASSWORD);
      assertEquals("", api.call(kept.guarded(), "Balance").send().error());
      owner.open("activity");
      assertThat(owner.page().locator("main")).containsText(kept.locked().description());
    }
  }

  /**
   * A dump in another server is a history that forked: nonces of its first seconds are not taken.
   */
  static void awaitTheEndOfTheFork(ApiClient api, TestKey plain) {
    Instant patience = Instant.now().plusSeconds(60);
    ApiAnswer answer = api.call(plain, "Balance").send();
    while (answer.error().equals("EAPI:Invalid nonce") && Instant.now().isBefore(patience)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      answer = api.call(plain, "Balance").send();
    }
    assertEquals("", answer.error());
  }

  static Map<String, String> on(String url) {
    return Map.of(
        "doublelock.db.url",
        url,
        "doublelock.db.user",
        "postgres",
        "doublelock.db.password",
        "postgres",
        "doublelock.bootstrap.user",
        RunningApp.USER_NAME,
        "doublelock.bootstrap.password",
        RunningApp.PASSWORD);
  }

  static ApiAnswer withCode(ApiClient api, KeptRelease kept, String nonce) {
    return api.call(kept.locked(), "Balance").nonce(nonce).otp(kept.app().code()).send();
  }

  static ApiAnswer withPassword(ApiClient api, KeptRelease kept, String nonce) {
    return api.call(kept.guarded(), "Balance").nonce(nonce).otp(KeptRelease.KEY_PASSWORD).send();
  }

  private static Path dataWithKeyset(Path kept) throws IOException {
    Path data =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "app").toAbsolutePath()), "upgraded-");
    Files.copy(kept.resolve("keyset.json"), data.resolve("keyset.json"));
    return data;
  }

  static void pack(Path database, Path kept) throws IOException {
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(kept.resolve(FILE + ".gz")))) {
      Files.copy(database, packed);
    }
  }

  private static void unpack(Path kept, Path database) throws IOException {
    try (InputStream packed =
        new GZIPInputStream(Files.newInputStream(kept.resolve(FILE + ".gz")))) {
      Files.copy(packed, database);
    }
  }
}
