package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One loopback address is a trusted proxy here, and another one is not. */
@OnAnyDatabase
class TrustedProxyIT {

  private static final int FAILURES = 20;
  private static final String OFFICE = "203.0.113.7";

  private static RunningApp app;
  private static TestKey limited;

  @BeforeAll
  static void start() {
    app =
        RunningApp.startedWith(
            Map.of(
                "doublelock.trusted-proxies",
                "127.0.0.1/32",
                "doublelock.public-url",
                "https://keys.example",
                "doublelock.address-lockout.failures",
                String.valueOf(FAILURES)));
    try (BrowserContext context = Chromium.window()) {
      Owner owner = Owner.signIn(context.newPage(), app);
      limited =
          owner.createKey(
              List.of("Query funds"),
              () -> {
                owner.page().getByText("More limits").click();
                owner.page().locator("#addresses").fill(OFFICE);
              });
    }
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      app.close();
    }
  }

  private static RawHttp proxy() {
    return new RawHttp(app.base());
  }

  private static RawHttp stranger() throws IOException {
    return new RawHttp(app.base(), InetAddress.getByName("127.0.0.2"));
  }

  private static String call(RawHttp from, String header) throws IOException {
    String nonce = ApiClient.nextNonce();
    String body = "nonce=" + nonce;
    String signature =
        ApiClient.sign(
            limited.secret(),
            "/0/private/Balance",
            nonce,
            body.getBytes(StandardCharsets.US_ASCII));
    return from.send(
        "POST /0/private/Balance HTTP/1.1\nAPI-Key: "
            + limited.publicKey()
            + "\nAPI-Sign: "
            + signature
            + header
            + "\nContent-Length: "
            + body.length(),
        body);
  }

  private static String guess(RawHttp from, String header) throws IOException {
    return from.send(
        "POST /0/private/Balance HTTP/1.1\nAPI-Key: x\nAPI-Sign: x"
            + header
            + "\nContent-Length: 7",
        "nonce=1");
  }

  @Test
  void a_key_is_used_from_where_the_trusted_proxy_says_the_call_came_from() throws IOException {
    String from = "\nX-Forwarded-For: ";
    assertTrue(call(proxy(), from + OFFICE).contains("\"result\""));
    assertTrue(call(proxy(), from + "198.51.100.1, " + OFFICE).contains("\"result\""));
    assertTrue(call(proxy(), from + OFFICE + ", 198.51.100.1").contains("EAPI:Invalid key"));
    assertTrue(call(proxy(), "").contains("EAPI:Invalid key"));
    assertTrue(call(stranger(), from + OFFICE).contains("EAPI:Invalid key"));
  }

  @Test
  void an_address_is_locked_out_behind_the_proxy_and_the_others_there_are_not() throws IOException {
    String attacker = "\nX-Forwarded-For: 198.51.100.66";
    for (int failure = 0; failure < FAILURES; failure++) {
      assertTrue(guess(proxy(), attacker).contains("EAPI:Invalid key"));
    }
    assertTrue(guess(proxy(), attacker).contains("EGeneral:Temporary lockout"));
    assertTrue(guess(proxy(), "\nX-Forwarded-For: 198.51.100.67").contains("EAPI:Invalid key"));
  }

  @Test
  void an_ipv6_network_is_locked_out_as_one_address_is() throws IOException {
    String network = "\nX-Forwarded-For: 2001:db8:66:1:";
    for (int failure = 0; failure < FAILURES; failure++) {
      assertTrue(guess(proxy(), network + failure + "::1").contains("EAPI:Invalid key"));
    }
    assertTrue(guess(proxy(), network + "ffff::9").contains("EGeneral:Temporary lockout"));
    String next = "\nX-Forwarded-For: 2001:db8:66:2::1";
    assertTrue(guess(proxy(), next).contains("EAPI:Invalid key"));
  }

  @Test
  void a_stranger_does_not_escape_a_lockout_with_other_names() throws IOException {
    RawHttp other = new RawHttp(app.base(), InetAddress.getByName("127.0.0.3"));
    for (int failure = 0; failure < FAILURES; failure++) {
      assertTrue(
          guess(other, "\nX-Forwarded-For: 198.51.100." + failure).contains("EAPI:Invalid key"));
    }
    assertTrue(
        guess(other, "\nX-Forwarded-For: 198.51.100.99").contains("EGeneral:Temporary lockout"));
  }

  @Test
  void over_tls_the_sessions_cookie_is_secure_and_the_browser_is_told_to_stay() throws IOException {
    String page = proxy().send("GET /sign-in HTTP/1.1\nX-Forwarded-Proto: https", "");
    assertTrue(page.startsWith("HTTP/1.1 200"), page);
    List<String> cookies = cookies(page);
    assertFalse(cookies.isEmpty());
    for (String cookie : cookies) {
      assertEquals(1, secure(cookie), cookie);
      boolean serversOwn = cookie.startsWith("JSESSIONIDVERSION");
      assertTrue(serversOwn || cookie.startsWith("__Host-"), cookie);
      assertTrue(cookie.toLowerCase(Locale.ROOT).contains("path=/"), cookie);
      assertFalse(cookie.toLowerCase(Locale.ROOT).contains("domain="), cookie);
    }
    assertTrue(page.contains("Strict-Transport-Security: max-age=31536000"), page);
  }

  @Test
  void a_stranger_who_says_tls_is_not_believed() throws IOException {
    String page = stranger().send("GET /sign-in HTTP/1.1\nX-Forwarded-Proto: https", "");
    assertTrue(page.startsWith("HTTP/1.1 200"), page);
    // the server knows one name and one mark for all requests: those of the public address
    cookies(page).stream()
        .filter(cookie -> !cookie.startsWith("JSESSIONIDVERSION"))
        .forEach(cookie -> assertEquals(1, secure(cookie), cookie));
    assertFalse(page.contains("Strict-Transport-Security"), page);
  }

  @Test
  void worked_examples_name_the_public_address() throws IOException {
    String page = proxy().send("GET /help/clients HTTP/1.1", "");
    assertTrue(page.contains("https://keys.example$API_PATH"), page);
    assertFalse(page.contains(app.base().getAuthority()), page);
  }

  private static List<String> cookies(String response) {
    return Pattern.compile("(?m)^Set-Cookie: (.*)$")
        .matcher(response)
        .results()
        .map(line -> line.group(1))
        .toList();
  }

  private static long secure(String cookie) {
    return List.of(cookie.toLowerCase(Locale.ROOT).split("; *")).stream()
        .filter("secure"::equals)
        .count();
  }
}
