package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Forms that are under way while somebody else deletes their key or locks their account. The test
 * holds the key's row, sends both, and lets go once both wait: the first one that waits goes first.
 */
@AcceptanceTest
@OnPostgresql
class OvertakenFormsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PASSWORD = "seven quiet otters rowing";
  private static final String LOCK = "Lock the account";

  private static EmbeddedPostgres server;
  private static RunningApp app;

  private Owner operator;
  private Person person;
  private Owner browser;
  private Owner other;
  private TestKey key;
  private String keyPage;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
    app =
        RunningApp.startedWith(
            Map.of(
                "doublelock.db.url",
                server.getJdbcUrl("postgres", "postgres"),
                "doublelock.sign-in.address-failures",
                "0",
                "doublelock.operator.accounts",
                RunningApp.USER_NAME));
  }

  @AfterAll
  static void stop() throws IOException {
    app.close();
    server.close();
  }

  @BeforeEach
  void two_sessions_of_one_account() {
    operator = Owner.signIn(Chromium.window().newPage(), app);
    person = Person.openedBy(operator);
    browser = person.signIn();
    other = person.signIn();
    newKey();
  }

  private void newKey() {
    key = browser.createKey("Query funds");
    browser.switchOnWithPassword(key, PASSWORD);
    browser.open("api-keys?q=" + Owner.inQuery(key.description()));
    browser
        .page()
        .getByRole(AriaRole.ROW)
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(key.description()))
        .getByRole(AriaRole.LINK)
        .first()
        .click();
    browser.expectHeading("Edit “" + key.description() + "”");
    keyPage = java.net.URI.create(browser.page().url()).getPath().substring(1);
  }

  /** The forms that can be sent for one key, each by its page and its button. */
  private enum Act {
    SAVE("", "Save"),
    ROLL("/roll", "New secret"),
    DISABLE("/disable", "Disable"),
    BEGIN_REPLACEMENT("/second-factor/enrolment", "2FA App"),
    SWITCH_OFF("/second-factor/removal", "Switch off"),
    LOST("/second-factor/removal/lost", "Switch off without it");

    private final String page;
    private final String button;

    Act(String page, String button) {
      this.page = page;
      this.button = button;
    }
  }

  private OpenForm form(Act act) {
    browser.open(keyPage + act.page);
    OpenForm open = OpenForm.of(browser, act.button);
    return switch (act) {
      case ROLL -> open.with("overlapHours", "24");
      case BEGIN_REPLACEMENT -> open.with("method", "totp").with("current", PASSWORD);
      case SWITCH_OFF -> open.with("current", PASSWORD);
      default -> open;
    };
  }

  @Test
  void one_that_a_deletion_overtakes_finds_no_key_and_pages_are_drawn_all_the_while()
      throws Exception {
    for (Act act : Act.values()) {
      OpenForm form = form(act);
      other.open(keyPage + "/delete");
      OpenForm deletion = OpenForm.of(other, "Delete").with("description", key.description());
      HttpResponse<String> answer = overtake(deletion, form);
      assertEquals(404, answer.statusCode(), () -> act + " " + answer.body());
      expectPages(404);
      newKey();
    }
  }

  @Test
  void one_that_a_lock_of_the_account_overtakes_is_refused_and_changes_nothing() throws Exception {
    for (Act act : Act.values()) {
      OpenForm form = form(act);
      operator.open("operator/accounts");
      operator
          .page()
          .getByLabel("Account", new Page.GetByLabelOptions().setExact(true))
          .fill(person.name());
      operator.press("Find");
      follow(LOCK);
      OpenForm lock = OpenForm.of(operator, LOCK).with("reason", "the mail account was taken");
      HttpResponse<String> answer = overtake(lock, form);
      assertEquals(403, answer.statusCode(), () -> act + " " + answer.body());
      operator.page().reload();
      follow("Unlock the account");
      operator.page().getByLabel("Reason").fill("it is the holder's again");
      operator.press("Unlock the account");
      for (Owner again : List.of(browser, other)) {
        person.enterPassword(again);
        again.expectHeading("2FA Settings");
      }
      browser.open(keyPage);
      browser.expectHeading("Edit “" + key.description() + "”");
      assertEquals("true", browser.switchOf(key).getAttribute("aria-checked"), act.name());
    }
  }

  private void follow(String link) {
    operator
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .click();
  }

  /** What the second form is answered, which waits behind the first; the first goes through. */
  private HttpResponse<String> overtake(OpenForm first, OpenForm second) throws Exception {
    try (Connection holder = server.getPostgresDatabase().getConnection();
        Statement hold = holder.createStatement()) {
      holder.setAutoCommit(false);
      hold.execute(
          "select epoch from api_key_call_state where api_key_id = '"
              + keyPage.substring(keyPage.indexOf('/') + 1)
              + "' for update");
      CompletableFuture<HttpResponse<String>> overtaking = send(first);
      awaitWaiting(1);
      CompletableFuture<HttpResponse<String>> overtaken = send(second);
      awaitWaiting(2);
      expectPages(200);
      holder.rollback();
      assertEquals(303, overtaking.join().statusCode(), () -> overtaking.join().body());
      return overtaken.join();
    }
  }

  private static CompletableFuture<HttpResponse<String>> send(OpenForm form) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return form.send();
          } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  private static void awaitWaiting(int transactions) throws SQLException {
    long end = System.nanoTime() + 20_000_000_000L;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      int waiting = 0;
      while (waiting < transactions) {
        assertTrue(System.nanoTime() < end, "only " + waiting + " wait");
        try (ResultSet row =
            statement.executeQuery("select count(distinct pid) from pg_locks where not granted")) {
          row.next();
          waiting = row.getInt(1);
        }
      }
    }
  }

  /** GET and HEAD of the key's pages, and of those that list it, which are always there. */
  private void expectPages(int ofTheKey) throws Exception {
    for (String page : List.of("", "/roll", "/delete", "/second-factor/removal", "/unlock")) {
      expect(ofTheKey, keyPage + page);
    }
    for (String page :
        List.of(
            "api-keys",
            "security/two-factor",
            "activity",
            "activity/calls",
            "activity/events.csv",
            "activity/calls.csv")) {
      expect(200, page);
    }
  }

  private void expect(int status, String page) throws Exception {
    HttpResponse<String> got = ask("GET", page);
    assertEquals(status, got.statusCode(), page);
    HttpResponse<String> head = ask("HEAD", page);
    assertEquals(status, head.statusCode(), "HEAD " + page);
    assertEquals("", head.body(), "HEAD " + page);
    assertEquals(
        got.headers().firstValue("content-type"), head.headers().firstValue("content-type"), page);
  }

  private HttpResponse<String> ask(String method, String page) throws Exception {
    String cookies =
        other.page().context().cookies().stream()
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(java.util.stream.Collectors.joining("; "));
    return HTTP.send(
        HttpRequest.newBuilder(app.page(page))
            .header("Cookie", cookies)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
