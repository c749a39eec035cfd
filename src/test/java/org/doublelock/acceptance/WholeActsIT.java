package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a form does is done wholly or not at all, and is shown once it is done. The test lets the
 * form wait for a row and takes away a table that comes after it, as a database fails half-way.
 */
@AcceptanceTest
@OnPostgresql
class WholeActsIT {

  private static final String AWAY = "_away";

  private static HeldKeys held;
  private static RunningApp app;

  private Person person;
  private Owner owner;

  @BeforeAll
  static void start(@TempDir Path folder) throws SQLException {
    Map<String, String> settings = new HashMap<>(TestDatabase.POSTGRESQL.settings());
    held = new HeldKeys(settings.get("doublelock.db.url"));
    settings.put("doublelock.vault.keyset-file", folder.resolve("keyset.json").toString());
    settings.put("doublelock.sign-in.address-failures", "0");
    settings.put("doublelock.operator.accounts", RunningApp.USER_NAME);
    AppProcess process = AppProcess.with(settings).launch();
    process.requireReady();
    app = RunningApp.of(process);
  }

  @AfterAll
  static void stop() throws SQLException {
    app.close();
    held.close();
  }

  @BeforeEach
  void sign_in() {
    Owner operator = Owner.signIn(Chromium.window().newPage(), app);
    person = Person.openedBy(operator);
    owner = person.signIn();
    operator.page().context().close();
  }

  @AfterEach
  void close() {
    owner.page().context().close();
  }

  @Test
  void a_new_secret_is_shown_though_nothing_can_be_read_any_more_once_it_is_made()
      throws Exception {
    TestKey key = owner.createKey("Query funds");
    String page = owner.openKey(key);
    owner.open(page + "/roll");
    OpenForm form = OpenForm.of(owner, "New secret").with("overlapHours", "168");
    HttpResponse<String> answer =
        held.whileWaiting(
            callsOf(page), form, away("second_factor"), away("api_key_unlock_request"));
    held.execute(back("second_factor"), back("api_key_unlock_request"));
    assertEquals(200, answer.statusCode(), answer::body);
    String secret = OpenForm.shown(answer, "secret");
    assertNotEquals("", secret);
    ApiClient api = new ApiClient(app.base());
    TestKey rolled = new TestKey(key.description(), key.publicKey(), secret);
    assertEquals("", api.call(rolled, "Balance").send().error());
    assertEquals("", api.call(key, "Balance").send().error(), "the overlap was chosen");
  }

  @Test
  void a_second_factor_is_not_on_without_what_was_chosen_about_unlocking() throws Exception {
    TestKey key = owner.createKey("Query funds");
    String page = owner.openKey(key);
    owner.switchOf(key).click();
    owner.press("2FA App");
    owner.page().getByText("View setup key").click();
    Authenticator phone = new Authenticator(owner.page().locator("#setup-key").textContent());
    owner.page().getByLabel("Code from the app").fill(phone.code());
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
    owner.page().locator("#unlock").evaluate("box => box.checked = false");
    OpenForm form = OpenForm.of(owner, "Confirm");
    HttpResponse<String> failed =
        held.whileWaiting(callsOf(page), form, away("api_key_unlock_choice"));
    held.execute(back("api_key_unlock_choice"));
    assertEquals(500, failed.statusCode(), failed::body);
    assertThat(owner.switchOf(key)).hasAttribute("aria-checked", "false");

    assertEquals(303, form.send().statusCode());
    assertThat(owner.switchOf(key)).hasAttribute("aria-checked", "true");
    owner.open(page + "/unlock/choice");
    assertThat(owner.page().locator("#unlock")).not().isChecked();
  }

  @Test
  void sign_in_2fa_is_not_on_without_its_recovery_codes() throws Exception {
    owner.open("security/authenticators/new");
    owner.page().getByLabel("Name of the app or device").fill("My phone");
    owner.press("Continue");
    owner.expectHeading("Set up your 2FA app");
    owner.page().getByText("View setup key").click();
    Authenticator phone = new Authenticator(owner.page().locator("#setup-key").textContent());
    owner.page().getByLabel("Code from the app").fill(phone.code());
    OpenForm form = OpenForm.of(owner, "Confirm");
    HttpResponse<String> failed =
        held.whileWaiting(
            "select 1 from sign_in_state s join account a on a.id = s.account_id"
                + " where a.user_name = '"
                + person.name()
                + "' for update of s",
            form,
            away("recovery_code"));
    held.execute(back("recovery_code"));
    assertEquals(500, failed.statusCode(), failed::body);

    HttpResponse<String> shown = form.send();
    assertEquals(200, shown.statusCode(), shown::body);
    assertTrue(shown.body().contains("id=\"recovery-codes\""), shown::body);
    Owner other = person.atNewBrowser();
    person.enterPassword(other);
    other.expectHeading("Confirm that it is you");
    other.page().context().close();
  }

  private static String away(String table) {
    return "alter table " + table + " rename to " + table + AWAY;
  }

  private static String back(String table) {
    return "alter table " + table + AWAY + " rename to " + table;
  }

  private static String callsOf(String page) {
    return "select epoch from api_key_call_state where api_key_id = '"
        + page.substring(page.indexOf('/') + 1)
        + "' for update";
  }
}
