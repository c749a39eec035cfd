package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else's API, whose gateway asks about each call: what it is told. */
@OnAnyDatabase
@BeforeRelease
class ExternalAuthorizationIT {

  @TempDir private static Path folder;
  private static RunningApp app;
  private static BrowserContext browser;
  private static Owner owner;

  @BeforeAll
  static void start() throws IOException {
    app = Library.doublelock(folder);
    browser = Chromium.window();
    owner = Owner.signIn(browser.newPage(), app);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (app != null) {
      app.close();
    }
  }

  private static ApiClient.Call asked(TestKey key, String path) {
    return new ApiClient(app.base())
        .call(key, "")
        .sentAndSignedTo(path)
        .sentTo("/authz" + path)
        .header("Doublelock-Gateway", Library.CREDENTIAL);
  }

  @Test
  void only_a_gateway_may_ask() {
    TestKey key = owner.createKey("Read books");
    assertEquals(401, asked(key, "/v1/books").withoutHeader("Doublelock-Gateway").send().status());
    assertEquals(401, asked(key, "/v1/books").header("Doublelock-Gateway", "").send().status());
    assertEquals(
        401,
        asked(key, "/v1/books")
            .header("Doublelock-Gateway", Library.CREDENTIAL + "x")
            .send()
            .status());
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
    for (String ofTheExchange : List.of("/0/public/", "Earn/Strategies", "exchange")) {
      assertFalse(description.contains(ofTheExchange), ofTheExchange);
    }
    assertTrue(
        page.request()
            .get(app.page("0/public/Ticker").toString())
            .text()
            .contains("EGeneral:Unknown method"));
  }

  @Test
  void what_is_performed_there_cannot_be_called_here() {
    TestKey key = owner.createKey("Read books");
    assertEquals(
        "EGeneral:Unknown method", new ApiClient(app.base()).call(key, "ListBooks").send().error());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override",
        "X-HTTP-Method",
        "X-Method-Override",
        "X-Original-URL",
        "X-Rewrite-URL"
      })
  void a_call_that_asks_for_another_method_or_path_is_refused(String name) {
    TestKey key = owner.createKey("Read books");
    ApiAnswer answer = asked(key, "/v1/books").header(name, "x").send();
    assertEquals(403, answer.status());
    assertEquals("EGeneral:Invalid arguments", answer.error());
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
        + Library.CREDENTIAL
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
}
