package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The database file of an installation without configuration outlives its process. */
class EmbeddedDatabaseFaultIT {

  @Test
  void what_was_accepted_before_the_process_was_killed_is_not_accepted_again() throws Exception {
    Path data =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "app")), "kept-");
    AppStart start =
        AppProcess.with(
            Map.of(
                "doublelock.demo.password",
                RunningApp.PASSWORD,
                "doublelock.data.dir",
                data.toAbsolutePath().toString(),
                "doublelock.rate.max",
                "1000000"));
    AppProcess app = start.awaitReady();
    try (BrowserContext context = Chromium.window()) {
      Owner owner = Owner.signIn(context.newPage(), RunningApp.of(app));
      TestKey key = owner.createKey("Query funds");
      Authenticator authenticator = owner.switchOnWithApp(key);
      List<Barrage.Shot> shots = killedWhileCalled(app, key, authenticator);
      app.close();
      app = start.awaitReady();

      ApiClient api = new ApiClient(app.base());
      for (Barrage.Shot shot : shots) {
        assertEquals(
            "EAPI:Invalid nonce",
            api.call(key, "Balance")
                .nonce(String.valueOf(shot.nonce()))
                .otp(authenticator.code())
                .send()
                .error());
      }
      assertEquals(
          "EAPI:Invalid signature", api.call(key, "Balance").send().error(), "2FA is still on");
      assertEquals("", api.call(key, "Balance").otp(authenticator.code()).send().error());
    } finally {
      app.close();
    }
  }

  /** Calls that were accepted, the last of them just before the end. */
  private static List<Barrage.Shot> killedWhileCalled(
      AppProcess app, TestKey key, Authenticator authenticator) throws Exception {
    ApiClient api = new ApiClient(app.base());
    try (Barrage barrage =
        new Barrage(
            8,
            number -> number + 1,
            List.of(
                nonce ->
                    api.call(key, "Balance")
                        .nonce(String.valueOf(nonce))
                        .otp(authenticator.code())))) {
      barrage.awaitAccepted(300);
      app.kill();
      List<Barrage.Shot> shots = barrage.end();
      assertEquals(Set.of(), Barrage.twice(shots));
      List<Barrage.Shot> accepted = shots.stream().filter(Barrage.Shot::isAccepted).toList();
      return accepted.subList(Math.max(0, accepted.size() - 100), accepted.size());
    }
  }
}
