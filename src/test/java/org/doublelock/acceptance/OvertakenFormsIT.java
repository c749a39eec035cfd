package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static HeldKeys held;
  private static RunningApp app;
  private static RunningApp another;

  private Owner operator;
  private Person person;
  private Owner browser;
  private Owner other;
  private TestKey key;
  private String keyPage;

  /** Both on an empty database, so each finds that there is no account yet. */
  @BeforeAll
  static void start_two_nodes_at_once(@TempDir Path folder) throws SQLException {
    Map<String, String> settings = new HashMap<>(TestDatabase.POSTGRESQL.settings());
    held = new HeldKeys(settings.get("doublelock.db.url"));
    settings.put("doublelock.vault.keyset-file", folder.resolve("keyset.json").toString());
    settings.put("doublelock.sign-in.address-failures", "0");
    // forms wait here for as long as all pages take to be drawn twice
    settings.put("doublelock.db.lock-timeout-seconds", "60");
    settings.put("doublelock.db.statement-timeout-seconds", "70");
    settings.put("doublelock.db.answer-timeout-seconds", "80");
    settings.put("doublelock.operator.accounts", RunningApp.USER_NAME);
    AppProcess one = AppProcess.with(settings).launch();
    AppProcess two = AppProcess.with(settings).launch();
    one.requireReady();
    two.requireReady();
    app = RunningApp.of(one);
    another = RunningApp.of(two);
  }

  @AfterAll
  static void stop() throws SQLException {
    app.close();
    another.close();
    held.close();
  }

  @Test
  void two_nodes_that_open_the_first_account_at_once_have_opened_one() throws SQLException {
    assertEquals(1, held.number("select count(*) from account where user_name = 'demo'"));
    try (BrowserContext window = Chromium.window()) {
      Owner.signIn(window.newPage(), another);
    }
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
    keyPage = browser.openKey(key);
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
      act(LOCK);
      OpenForm lock = OpenForm.of(operator, LOCK).with("reason", "the mail account was taken");
      HttpResponse<String> answer = overtake(lock, form);
      assertEquals(403, answer.statusCode(), () -> act + " " + answer.body());
      act("Unlock the account");
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

  /** Opens the page on which the operator states why. */
  private void act(String link) {
    operator.open("operator/accounts");
    operator
        .page()
        .getByLabel("Account", new Page.GetByLabelOptions().setExact(true))
        .fill(person.name());
    operator.press("Find");
    operator
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .click();
  }

  private HttpResponse<String> overtake(OpenForm first, OpenForm second) throws Exception {
    String id = keyPage.substring(keyPage.indexOf('/') + 1);
    return held.overtake(id, first, second, () -> expectPages(200));
  }

  /** GET and HEAD of the key's pages, and of those that list it, which are always there. */
  private boolean expectPages(int ofTheKey) throws Exception {
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
    return true;
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
            .collect(Collectors.joining("; "));
    return HTTP.send(
        HttpRequest.newBuilder(app.page(page))
            .header("Cookie", cookies)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
