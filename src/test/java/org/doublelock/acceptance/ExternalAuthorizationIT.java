package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody else's API behind a gateway: the documented nginx configuration, in front of a real
 * little server, asking this application about each call.
 */
@OnAnyDatabase
class ExternalAuthorizationIT {

  private static final String CREDENTIAL = UUID.randomUUID().toString();
  private static final String LIBRARY =
      """
      {"alone": true,
       "permissions": [
         {"code": "read-books", "explained": "See which books there are.",
          "name": {"en": "Read books", "nl": "Boeken lezen"}},
         {"code": "lend-books", "risk": "moves-funds-away",
          "name": "Lend books", "explained": "Take books out."}],
       "functions": [
         {"name": "ListBooks", "path": "/v1/books", "needs": ["read-books"]},
         {"name": "LendBook", "method": "PUT", "path": "/v1/books/{book}/loan", "needs": ["lend-books"],
          "amount": {"field": "weeks", "currency": "weeks"}}]}
      """;

  @TempDir private static Path folder;
  private static RunningApp app;
  private static HttpServer library;
  private static Nginx gateway;
  private static BrowserContext browser;
  private static Owner owner;
  private static final List<Headers> PERFORMED = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    app =
        RunningApp.startedWith(
            Map.of(
                "doublelock.upstream.file",
                Files.writeString(folder.resolve("library.json"), LIBRARY).toString(),
                "doublelock.gateway.credential-file",
                Files.writeString(folder.resolve("gateways"), CREDENTIAL + "\n").toString(),
                "doublelock.address-lockout.failures",
                "0"));
    browser = Chromium.window();
    owner = Owner.signIn(browser.newPage(), app);
    library = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    library.setExecutor(Executors.newCachedThreadPool());
    library.createContext(
        "/",
        call -> {
          PERFORMED.add(call.getRequestHeaders());
          byte[] heard = call.getRequestBody().readAllBytes();
          byte[] answer =
              ("{\"error\":[],\"result\":\""
                      + call.getRequestMethod()
                      + " "
                      + call.getRequestURI()
                      + " "
                      + heard.length
                      + "\"}")
                  .getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    library.start();
    gateway = gatewayTo(app.process().port());
  }

  private static Nginx gatewayTo(int doublelock) throws IOException {
    return Nginx.start(
        Files.readString(Path.of("docs/gateways/nginx.conf"))
            .replaceAll("(?m)^#.*$", "")
            .replace("server DOUBLELOCK", "server 127.0.0.1:" + doublelock)
            .replace("server UPSTREAM", "server 127.0.0.1:" + library.getAddress().getPort())
            .replace("CREDENTIAL", CREDENTIAL));
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable one : new AutoCloseable[] {gateway, browser, app}) {
      try {
        if (one != null) {
          one.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    if (library != null) {
      library.stop(0);
    }
  }

  @BeforeEach
  void forgetWhatWasPerformed() {
    PERFORMED.clear();
  }

  private static ApiClient.Call through(Nginx where, TestKey key, String path) {
    return new ApiClient(where.base()).call(key, "").sentAndSignedTo(path);
  }

  private static ApiClient.Call asked(TestKey key, String path) {
    return new ApiClient(app.base())
        .call(key, "")
        .sentAndSignedTo(path)
        .sentTo("/authz" + path)
        .header("Doublelock-Gateway", CREDENTIAL);
  }

  @Test
  void a_genuine_call_reaches_the_api_with_who_calls_in_its_headers() {
    TestKey key = owner.createKey("Read books", "Lend books");
    ApiAnswer answer =
        through(gateway, key, "/v1/books")
            .with("shelf", "a b&c")
            .header("X-Doublelock-Account", "forged")
            .header("X-Doublelock-Permissions", "all-of-them")
            .header("Doublelock-Gateway", "forged")
            .send();
    assertEquals("", answer.error());
    assertTrue(answer.json().getString("result").startsWith("POST /v1/books "));
    Headers performed = PERFORMED.get(0);
    assertEquals(List.of("lend-books,read-books"), performed.get("X-Doublelock-Permissions"));
    assertEquals(List.of("ListBooks"), performed.get("X-Doublelock-Function"));
    UUID.fromString(performed.getFirst("X-Doublelock-Account"));
    UUID.fromString(performed.getFirst("X-Doublelock-Key"));
    assertFalse(performed.containsKey("Doublelock-Gateway"));
    assertFalse(performed.containsKey("API-Sign"));
  }

  @Test
  void a_call_of_an_unlocked_key_passes_without_a_code_up_to_the_amount() {
    TestKey key = owner.createKey("Read books", "Lend books");
    Authenticator phone = owner.switchOnWithApp(key);
    assertEquals("EAPI:Invalid signature", lendFor(key, "1").send().error());
    String until =
        new ApiClient(app.base())
            .call(key, "UnlockKey")
            .otp(phone.code())
            .with("minutes", "10")
            .with("actions", "LendBook")
            .with("address", "any")
            .with("amount", "3")
            .send()
            .result()
            .getString("unlocked_until");
    assertEquals("", lendFor(key, "2").send().error());
    Headers performed = PERFORMED.get(0);
    assertEquals(
        Long.parseLong(until),
        Instant.parse(performed.getFirst("X-Doublelock-Unlocked-Until")).getEpochSecond());
    assertEquals("EAPI:Invalid signature", lendFor(key, "2").send().error());
    assertEquals("EAPI:Invalid signature", through(gateway, key, "/v1/books").send().error());
    assertEquals("", lendFor(key, "2").otp(phone.code()).send().error());
    assertFalse(PERFORMED.get(1).containsKey("X-Doublelock-Unlocked-Until"));
  }

  private static ApiClient.Call lendFor(TestKey key, String weeks) {
    return through(gateway, key, "/v1/books/17/loan").method("PUT").with("weeks", weeks);
  }

  @Test
  void a_call_is_performed_once() {
    TestKey key = owner.createKey("Lend books");
    String nonce = ApiClient.nextNonce();
    assertEquals("", lend(key, nonce).error());
    assertEquals("EAPI:Invalid nonce", lend(key, nonce).error());
    assertEquals(1, PERFORMED.size());
  }

  private static ApiAnswer lend(TestKey key, String nonce) {
    return through(gateway, key, "/v1/books/17/loan").method("PUT").nonce(nonce).send();
  }

  @Test
  void what_the_caller_may_not_do_is_answered_by_the_envelope_and_not_performed() {
    TestKey reader = owner.createKey("Read books");
    Map<String, Function<TestKey, ApiClient.Call>> refused =
        Map.of(
            "EGeneral:Permission denied",
            key -> through(gateway, key, "/v1/books/17/loan").method("PUT"),
            "EGeneral:Unknown method",
            key -> through(gateway, key, "/v1/books/17/loan"),
            "EAPI:Invalid signature",
            key -> through(gateway, key, "/v1/books").tamperedBody("nonce=18446744073709551615"),
            "EAPI:Invalid nonce",
            key -> through(gateway, key, "/v1/books").without("nonce"),
            "EGeneral:Invalid arguments",
            key -> through(gateway, key, "/v1/books").sentTo("/v1/books?shelf=unsigned"),
            "EAPI:Invalid key",
            key -> through(gateway, key, "/v1/books").header("API-Key", "nobody's"));
    refused.forEach(
        (error, call) -> {
          ApiAnswer answer = call.apply(reader).send();
          assertEquals(error, answer.error());
          assertEquals(200, answer.status());
        });
    assertEquals(List.of(), PERFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/books/",
        "//v1/books",
        "/v1/./books",
        "/v1/x/../books",
        "/v1/%62ooks",
        "/v1/books;x=1"
      })
  void another_spelling_of_a_path_is_another_path(String spelling) {
    TestKey reader = owner.createKey("Read books");
    ApiAnswer signed = through(gateway, reader, spelling).send();
    ApiAnswer unsigned = through(gateway, reader, "/v1/books").sentTo(spelling).send();
    assertFalse(signed.error().isEmpty());
    assertFalse(unsigned.error().isEmpty());
    assertEquals(List.of(), PERFORMED);
  }

  @Test
  void a_key_with_a_second_factor_needs_it_here_as_well() {
    TestKey key = owner.createKey("Read books");
    Authenticator phone = owner.switchOnWithApp(key);
    ApiAnswer missing = through(gateway, key, "/v1/books").send();
    assertEquals("EAPI:Invalid signature", missing.error());
    assertEquals("otp-missing", missing.headers().firstValue("Doublelock-Refusal").orElse(""));
    ApiAnswer wrong = through(gateway, key, "/v1/books").otp(phone.wrongCode()).send();
    assertEquals("otp-wrong", wrong.headers().firstValue("Doublelock-Refusal").orElse(""));
    assertEquals(List.of(), PERFORMED);
    assertEquals("", through(gateway, key, "/v1/books").otp(phone.code()).send().error());
    assertEquals(1, PERFORMED.size());
  }

  @Test
  void nothing_is_let_through_while_nobody_can_be_asked() throws IOException {
    TestKey key = owner.createKey("Read books");
    try (Nginx alone = gatewayTo(AppProcess.freePort())) {
      ApiAnswer answer = through(alone, key, "/v1/books").send();
      assertEquals(503, answer.status());
      assertEquals("EService:Unavailable", answer.error());
    }
    assertEquals(List.of(), PERFORMED);
  }

  @Test
  void only_a_gateway_may_ask() {
    TestKey key = owner.createKey("Read books");
    assertEquals(401, asked(key, "/v1/books").withoutHeader("Doublelock-Gateway").send().status());
    assertEquals(401, asked(key, "/v1/books").header("Doublelock-Gateway", "").send().status());
    assertEquals(
        401,
        asked(key, "/v1/books").header("Doublelock-Gateway", CREDENTIAL + "x").send().status());
    assertEquals(200, asked(key, "/v1/books").send().status());
  }

  @Test
  void a_gateway_that_knows_only_statuses_is_told_by_them() {
    TestKey key = owner.createKey("Read books");
    assertEquals(200, asked(key, "/v1/books").send().status());
    ApiAnswer refused = asked(key, "/v1/books/17/loan").method("PUT").send();
    assertEquals(403, refused.status());
    assertEquals("EGeneral:Permission denied", refused.error());
    // where the gateway says the original path in the URL, headers that a caller may send are not
    // read
    ApiAnswer disguised =
        asked(key, "/v1/books")
            .sentTo("/authz/v1/books/17/loan")
            .header("X-Original-URI", "/v1/books")
            .header("X-Forwarded-Uri", "/v1/books")
            .send();
    assertEquals("EAPI:Invalid signature", disguised.error());
  }

  @Test
  void what_is_declared_is_on_the_pages_and_in_the_description() {
    TestKey key = owner.createKey("Lend books");
    Page page = owner.page();
    owner.open("api-keys/new");
    assertThat(page.getByText("See which books there are.")).isVisible();
    assertThat(page.getByLabel("Query funds")).hasCount(0);
    owner.switchOf(key).click();
    owner.press("Password");
    page.getByLabel("New password for this key").fill("seven quiet otters rowing");
    page.getByLabel("The same password again").fill("seven quiet otters rowing");
    owner.press("Confirm");
    page.getByText("More options").click();
    assertThat(page.getByLabel("ListBooks", new Page.GetByLabelOptions().setExact(true)))
        .isVisible();
    assertThat(page.getByLabel("AddOrder")).hasCount(0);
    String description = page.request().get(app.page("0/openapi.json").toString()).text();
    assertTrue(
        Pattern.compile("\"/v1/books/\\{book}/loan\":\\{\"put\"").matcher(description).find());
  }

  @Test
  void what_is_performed_there_cannot_be_called_here() {
    TestKey key = owner.createKey("Read books");
    assertEquals(
        "EGeneral:Unknown method", new ApiClient(app.base()).call(key, "ListBooks").send().error());
  }

  /** No gateway may take an answer of the server's own for a yes. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1/books%", "/v1/books%zz", "/v1/%4"})
  void a_path_that_the_server_cannot_read_is_not_let_through(String path) throws IOException {
    TestKey key = owner.createKey("Read books");
    String answer =
        new RawHttp(app.base()).send("POST /authz" + path + " HTTP/1.1\n" + signed(key), "nonce=1");
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertFalse(answer.contains("X-Doublelock-"), answer);
  }

  private static String signed(TestKey key) {
    byte[] body = "nonce=1".getBytes(StandardCharsets.US_ASCII);
    return "Doublelock-Gateway: "
        + CREDENTIAL
        + "\nContent-Length: 7\nAPI-Key: "
        + key.publicKey()
        + "\nAPI-Sign: "
        + ApiClient.sign(key.secret(), "/v1/books", "1", body);
  }

  @Test
  void a_header_of_the_call_sent_twice_is_refused_here_as_well() throws IOException {
    TestKey key = owner.createKey("Read books");
    RawHttp http = new RawHttp(app.base());
    for (String second :
        List.of("API-Key: x", "API-Sign: AAAA", "Content-Type: a/b\nContent-Type: c/d")) {
      String answer =
          http.send("POST /authz/v1/books HTTP/1.1\n" + signed(key) + "\n" + second, "nonce=1");
      assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
    }
    String once = http.send("POST /authz/v1/books HTTP/1.1\n" + signed(key), "nonce=1");
    assertTrue(once.startsWith("HTTP/1.1 200"), once);
  }

  @Test
  void a_yes_that_does_not_say_who_calls_lets_nothing_through() throws IOException {
    HttpServer silent =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    silent.createContext(
        "/",
        call -> {
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    silent.start();
    try (Nginx alone = gatewayTo(silent.getAddress().getPort())) {
      ApiAnswer answer = through(alone, owner.createKey("Read books"), "/v1/books").send();
      assertEquals(503, answer.status());
      assertEquals("EService:Unavailable", answer.error());
    } finally {
      silent.stop(0);
    }
    assertEquals(List.of(), PERFORMED);
  }
}
