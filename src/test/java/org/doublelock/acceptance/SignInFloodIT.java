package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More sign-ins than there is time to hash passwords for. They slow signing in, and only that. */
class SignInFloodIT {

  private static final int STRANGERS = 40;
  private static final String PASSWORD = "seven quiet otters rowing";

  private static RunningApp app;
  private static BrowserContext window;
  private static Owner owner;

  @BeforeAll
  static void start() {
    app =
        RunningApp.startedWith(
            Map.of(
                "doublelock.sign-in.at-a-time", "1",
                "doublelock.sign-in.waiting", "8",
                "doublelock.sign-in.wait-millis", "2000",
                "doublelock.sign-in.address-failures", "0",
                "doublelock.lockout.failures", "0",
                "doublelock.lockout.budget", "0",
                "doublelock.db.pool.max", "6",
                "doublelock.rate.max", "100000"));
    window = Chromium.window();
    owner = Owner.signIn(window.newPage(), app);
  }

  @AfterAll
  static void stop() {
    window.close();
    app.close();
  }

  @Test
  @Timeout(300)
  void slows_neither_calls_nor_owners_and_is_told_when_to_come_again() throws Exception {
    TestKey plain = owner.createKey();
    TestKey guarded = owner.createKey();
    owner.switchOnWithPassword(guarded, PASSWORD);
    ApiClient api = new ApiClient(app.base());
    try (SignInFlood flood = new SignInFlood(app.base(), STRANGERS, "nl")) {
      flood.await(STRANGERS, answer -> answer.statusCode() == 503);
      assertEquals("", api.call(guarded, "Balance").otp(PASSWORD).send().error());
      for (int call = 0; call < 50; call++) {
        assertEquals("", api.call(plain, "Balance").send().error());
      }
      owner.page().locator(".account-menu summary").click();
      owner.press("Sign out");
      Owner.signIn(owner.page(), app);
      owner.switchOff(guarded, PASSWORD);
      expectToldWhenToCome(flood.end());
    }
    try (BrowserContext unknown = Chromium.window()) {
      Owner.signIn(unknown.newPage(), app);
    }
  }

  @Test
  @Timeout(300)
  void calls_with_more_passwords_than_can_be_hashed_are_told_when_to_come_again() throws Exception {
    TestKey guarded = owner.createKey();
    owner.switchOnWithPassword(guarded, PASSWORD);
    ApiClient api = new ApiClient(app.base());
    ExecutorService programs = Executors.newFixedThreadPool(STRANGERS);
    Callable<ApiAnswer> guess = () -> api.call(guarded, "Balance").otp("a guess").send();
    Set<String> errors = new TreeSet<>();
    try {
      for (Future<ApiAnswer> sent : programs.invokeAll(Collections.nCopies(STRANGERS, guess))) {
        ApiAnswer answer = sent.get();
        errors.add(answer.error());
        boolean busy = answer.error().equals("EService:Unavailable");
        assertEquals(busy ? 503 : 200, answer.status());
        assertEquals(busy ? "5" : "", answer.headers().firstValue("Retry-After").orElse(""));
      }
    } finally {
      programs.shutdown();
    }
    assertTrue(errors.remove("EAPI:Invalid signature"), errors.toString());
    assertTrue(errors.remove("EService:Unavailable"), errors.toString());
    errors.remove("EAPI:Invalid nonce"); // of one that a later one has overtaken
    assertEquals(Set.of(), errors);
    assertEquals("", api.call(guarded, "Balance").otp(PASSWORD).send().error());
  }

  private static void expectToldWhenToCome(List<HttpResponse<String>> answers) {
    Set<Integer> statuses = new TreeSet<>();
    for (HttpResponse<String> answer : answers) {
      statuses.add(answer.statusCode());
      if (answer.statusCode() == 503) {
        assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""));
        assertTrue(answer.body().contains("Er loggen nu te veel mensen in"), answer.body());
      }
    }
    assertEquals(Set.of(303, 503), statuses);
  }
}
