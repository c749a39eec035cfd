package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The limits that the shared application has out of the way, on one of its own. */
class LimitsIT {

  private static final int FAILURES = 20;

  private static RunningApp app;
  private static TestKey key;
  private static TestKey other;
  private static TestKey disabled;
  private static TestKey guarded;
  private static Authenticator phone;

  @BeforeAll
  static void start() {
    app =
        RunningApp.startedWith(
            Map.of("doublelock.address-lockout.failures", String.valueOf(FAILURES)));
    try (BrowserContext context = Chromium.window()) {
      Owner owner = Owner.signIn(context.newPage(), app);
      key = owner.createKey();
      other = owner.createKey();
      disabled = owner.createKey();
      owner.disable(disabled);
      guarded = owner.createKey();
      phone = owner.switchOnWithApp(guarded);
    }
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      app.close();
    }
  }

  /**
   * Row 8; the counter falls by a third a second, so a slow run may be granted a few calls more.
   */
  @Test
  void a_key_that_calls_too_often_has_to_wait_and_another_one_has_not() {
    ApiClient api = new ApiClient(app.base());
    int performed = 0;
    String error = api.call(key, "Balance").send().error();
    while (error.isEmpty() && performed < 100) {
      performed++;
      error = api.call(key, "Balance").send().error();
    }
    assertEquals("EAPI:Rate limit exceeded", error);
    assertTrue(performed >= 15, performed + " calls were performed");
    assertEquals("", api.call(other, "Balance").send().error());
  }

  /** Right codes between them keep the key unlocked: only the counter is in the way. */
  @Test
  void wrong_codes_cost_call_rate_and_beyond_it_no_code_is_told_from_another() {
    ApiClient api = new ApiClient(app.base());
    int answered = 0;
    ApiAnswer answer = api.call(guarded, "Balance").otp(phone.wrongCode()).send();
    while (answered < 60 && answer.error().equals("EAPI:Invalid signature")) {
      answered++;
      api.call(guarded, "AddOrder").otp(phone.code()).send();
      answer = api.call(guarded, "Balance").otp(phone.wrongCode()).send();
    }
    assertEquals("EAPI:Rate limit exceeded", answer.error());
    assertEquals(Optional.empty(), answer.refusal());
    assertTrue(answered >= 15 && answered < 30, answered + " guesses were answered");
    ApiAnswer right = api.call(guarded, "Ledgers").otp(phone.code()).send();
    assertEquals("EAPI:Rate limit exceeded", right.error());
  }

  @Test
  void an_address_that_sends_bad_signatures_is_locked_out_and_another_one_is_not()
      throws IOException {
    RawHttp attacker = new RawHttp(app.base(), InetAddress.getByName("127.0.0.2"));
    String guess =
        "POST /0/private/Balance HTTP/1.1\nAPI-Key: "
            + other.publicKey()
            + "\nAPI-Sign: x\nContent-Length: 7";
    for (int failure = 0; failure < FAILURES; failure++) {
      String answer = attacker.send(guess, "nonce=1");
      assertTrue(answer.contains("EAPI:Invalid signature"), answer);
    }
    String locked = attacker.send(guess, "nonce=1");
    assertTrue(locked.contains("EGeneral:Temporary lockout"), locked);
    String stillKnown = new RawHttp(app.base()).send(guess, "nonce=1");
    assertTrue(stillKnown.contains("EAPI:Invalid signature"), stillKnown);
  }

  @Test
  void an_address_that_tries_keys_is_locked_out_whether_they_exist_or_not() throws IOException {
    String unknown = "A".repeat(56);
    assertEquals(
        answersUntilLocked("127.0.0.3", unknown),
        answersUntilLocked("127.0.0.4", disabled.publicKey()));
  }

  private static int answersUntilLocked(String address, String publicKey) throws IOException {
    RawHttp stranger = new RawHttp(app.base(), InetAddress.getByName(address));
    String call =
        "POST /0/private/Balance HTTP/1.1\nAPI-Key: "
            + publicKey
            + "\nAPI-Sign: x\nContent-Length: 7";
    int answers = 0;
    while (answers <= FAILURES && stranger.send(call, "nonce=1").contains("EAPI:Invalid key")) {
      answers++;
    }
    return answers;
  }
}
