package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A primary that is lost with commits that its standby never saw. The application goes on with the
 * standby, and takes none of the calls a second time that the lost commits were about.
 */
class FailoverFaultIT {

  private static final int FAILOVERS = 5;
  private static final int CALLS = 60;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

  private static ReplicatedPostgres database;
  private static RunningApp app;
  private static BrowserContext browser;

  private long lastNonce;

  @BeforeAll
  static void start() throws Exception {
    database = new ReplicatedPostgres();
    Map<String, String> settings = database.settings();
    settings.put("doublelock.rate.max", "100000");
    app = RunningApp.startedWith(settings);
    browser = Chromium.window();
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    app.close();
    database.close();
  }

  @Test
  void no_call_is_accepted_twice_however_often_the_standby_takes_over() throws Exception {
    Owner owner = Owner.signIn(browser.newPage(), app);
    TestKey key = owner.createKey();
    TestKey protectedKey = owner.createKey();
    TestKey counting = owner.createKey();
    Authenticator codes = owner.switchOnWithApp(protectedKey);
    ApiClient api = new ApiClient(app.base());
    for (int failover = 1; failover <= FAILOVERS; failover++) {
      if (failover > 1) {
        database.addStandby();
      }
      database.cutReplication();
      List<ApiClient.Call> accepted = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        accepted.add(accepted(api.call(key, "Balance").nonce(nextTime())));
        accepted.add(
            accepted(api.call(protectedKey, "Balance").nonce(nextTime()).otp(codes.code())));
      }
      if (failover == 1) {
        accepted.add(accepted(api.call(counting, "Balance").nonce("41")));
      }
      database.failOver();
      awaitAccepted(api, key);
      for (ApiClient.Call call : accepted) {
        assertEquals("EAPI:Invalid nonce", call.send().error(), "failover " + failover);
      }
      assertEquals(
          "", api.call(protectedKey, "Balance").nonce(nextTime()).otp(codes.code()).send().error());
      assertEquals(
          "EAPI:Invalid nonce",
          api.call(counting, "Balance").nonce("42").send().error(),
          "nobody knows whether it is fresh");
    }
    owner.open("activity/calls");
    assertTrue(
        owner.page().content().contains("Give the key a new secret"),
        "the owner is told what to do");
  }

  private static ApiClient.Call accepted(ApiClient.Call call) {
    ApiAnswer answer = call.send();
    assertEquals("", answer.error());
    return call;
  }

  /** Clients are told that the call was not accepted, and come back with a later nonce. */
  private void awaitAccepted(ApiClient api, TestKey key) {
    long end = System.nanoTime() + PATIENCE;
    String error = null;
    while (!"".equals(error)) {
      assertTrue(System.nanoTime() < end, "still " + error);
      ApiAnswer answer = api.call(key, "Balance").nonce(nextTime()).send();
      error = answer.text().startsWith("{") ? answer.error() : answer.text();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  /** As most clients count: the time in milliseconds, and one more where it has not gone on. */
  private String nextTime() {
    lastNonce = Math.max(lastNonce + 1, System.currentTimeMillis());
    return String.valueOf(lastNonce);
  }
}
