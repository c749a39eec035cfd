package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Back, forward, reload and a form sent twice, at every step of the wizard: nothing is switched on
 * by them, and the browser never asks whether to send a form again.
 */
@AcceptanceTest
@OnAnyDatabase
class BackAndReloadIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";
  private static final String CHOOSE = "Choose how to confirm";
  private static final String APP = "Set up your 2FA app";
  private static final String PASSWORD = "Choose a password for this key";
  private static final String ACTIONS = "Choose actions";
  private static final String DONE = "Congratulations";

  @Test
  void each_step_is_the_same_after_a_reload(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    reload(owner, CHOOSE);
    owner.press("2FA App");
    owner.expectHeading(APP);
    Authenticator app = shown(owner);
    reload(owner, APP);
    assertEquals(app, shown(owner));
    confirmCode(owner, app.wrongCode());
    assertThat(owner.page().getByRole(AriaRole.ALERT)).isVisible();
    reload(owner, APP);
    assertEquals(app, shown(owner));
    confirmCode(owner, app.code());
    owner.expectHeading(ACTIONS);
    reload(owner, ACTIONS);
    assertEquals("", api.call(key, "Balance").send().error(), "nothing is on yet");
    owner.press("Confirm");
    owner.expectHeading(DONE);
    reload(owner, DONE);
    assertEquals("", api.call(key, "Balance").otp(app.code()).send().error(), "the same secret");
  }

  @Test
  void one_can_go_back_and_forth_through_the_steps(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    owner.press("2FA App");
    owner.expectHeading(APP);
    Authenticator app = shown(owner);
    back(owner, CHOOSE);
    forward(owner, APP);
    assertEquals(app, shown(owner));
    back(owner, CHOOSE);
    owner.press("2FA App");
    owner.expectHeading(APP);
    assertEquals(app, shown(owner), "still the one that was scanned");
    confirmCode(owner, app.code());
    owner.expectHeading(ACTIONS);
    back(owner, ACTIONS);
    back(owner, CHOOSE);
    forward(owner, ACTIONS);
    assertEquals("", api.call(key, "Balance").send().error(), "nothing is on yet");
    owner.press("Confirm");
    owner.expectHeading(DONE);
    assertEquals("", api.call(key, "Balance").otp(app.code()).send().error());
  }

  @Test
  void going_back_past_a_refused_form_asks_for_nothing_to_be_sent_again(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    owner.press("2FA App");
    Authenticator app = shown(owner);
    confirmCode(owner, app.wrongCode());
    assertThat(owner.page().getByRole(AriaRole.ALERT)).isVisible();
    confirmCode(owner, app.code());
    owner.expectHeading(ACTIONS);
    for (String heading : List.of(ACTIONS, CHOOSE)) {
      backTo(owner, heading);
    }
    owner.press("Password");
    owner.expectHeading(PASSWORD);
    password(owner, "short", "short");
    assertThat(owner.page().getByRole(AriaRole.ALERT)).isVisible();
    reload(owner, PASSWORD);
    password(owner, KEY_PASSWORD, KEY_PASSWORD);
    owner.expectHeading(ACTIONS);
    backTo(owner, CHOOSE);
  }

  @Test
  void going_back_from_congratulations_changes_nothing(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    back(owner, DONE);
    reload(owner, DONE);
    owner.page().goBack();
    owner.page().goBack();
    assertThat(owner.switchOf(key)).hasAttribute("aria-checked", "true");
    assertEquals("EAPI:Invalid signature", api.call(key, "Balance").send().error());
    assertEquals("", api.call(key, "Balance").otp(app.code()).send().error());
  }

  @Test
  void every_form_may_arrive_twice(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    postFirst(owner, CHOOSE, Map.of("method", "totp"));
    owner.press("2FA App");
    owner.expectHeading(APP);
    Authenticator app = shown(owner);
    String code = app.code();
    postFirst(owner, APP, Map.of("code", code));
    confirmCode(owner, code);
    owner.expectHeading(ACTIONS);
    assertThat(owner.page().getByRole(AriaRole.ALERT)).hasCount(0);
    assertEquals("", api.call(key, "Balance").send().error(), "nothing is on yet");
    postFirst(owner, ACTIONS, Map.of("action", "Balance"));
    owner.press("Confirm");
    owner.expectHeading(DONE);
    assertEquals("", api.call(key, "Balance").otp(app.code()).send().error());

    owner.switchOf(key).click();
    String current = app.codeAt(Instant.now().plusSeconds(30));
    postFirst(owner, "Switch two-factor authentication off", Map.of("current", current));
    owner.page().locator("#current").fill(current);
    owner.press("Switch off");
    owner.expectHeading("2FA Settings");
    owner.expectNotice(key.description());
    assertEquals("", api.call(key, "Balance").send().error());
  }

  @Test
  void a_password_and_a_replacement_may_arrive_twice(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    owner.press("Password");
    owner.expectHeading(PASSWORD);
    postFirst(owner, PASSWORD, Map.of("password", KEY_PASSWORD, "repeated", KEY_PASSWORD));
    password(owner, KEY_PASSWORD, KEY_PASSWORD);
    owner.expectHeading(ACTIONS);
    owner.press("Confirm");
    owner.expectHeading(DONE);

    replace(owner, key);
    postFirst(
        owner, "Replace the second factor", Map.of("method", "totp", "current", KEY_PASSWORD));
    owner.page().locator("#current").fill(KEY_PASSWORD);
    owner.press("2FA App");
    owner.expectHeading(APP);
    Authenticator app = shown(owner);
    confirmCode(owner, app.code());
    owner.press("Confirm");
    owner.expectHeading(DONE);

    replace(owner, key);
    String current = app.codeAt(Instant.now().plusSeconds(30));
    postFirst(owner, "Replace the second factor", Map.of("method", "password", "current", current));
    owner.page().locator("#current").fill(current);
    owner.press("Password");
    owner.expectHeading(PASSWORD);
    assertEquals("", api.call(key, "Balance").otp(app.code()).send().error(), "the old one serves");
  }

  @Test
  void a_refused_sign_in_is_not_sent_again(Page page, RunningApp app) {
    Owner owner = new Owner(page, app);
    owner.open("sign-in?next=/api-keys");
    page.getByLabel("User name").fill(RunningApp.USER_NAME);
    page.getByLabel("Password").fill("not the password");
    owner.press("Sign in");
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    assertThat(page.getByLabel("User name")).hasValue(RunningApp.USER_NAME);
    reload(owner, "Sign in");
    page.getByLabel("User name").fill(RunningApp.USER_NAME);
    page.getByLabel("Password").fill(RunningApp.PASSWORD);
    owner.press("Sign in");
    owner.expectHeading("API keys");
    page.goBack();
    owner.open("api-keys");
    owner.expectHeading("API keys");
  }

  @Test
  void a_mistyped_description_and_a_sign_in_app_are_not_sent_again(Owner operator) {
    Owner owner = Person.openedBy(operator).signIn();
    TestKey key = owner.createKey("Query funds");
    owner.open("api-keys");
    owner.page().locator("th a").first().click();
    owner.page().getByText("Delete").click();
    owner.page().locator("#description").fill("another");
    owner.press("Delete");
    assertThat(owner.page().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(owner.page().locator("#description")).hasValue("another");
    reload(owner, "Delete “" + key.description() + "”?");

    owner.open("security/authenticators/new");
    owner.page().getByLabel("Name of the app or device").fill("My phone");
    owner.press("Continue");
    owner.expectHeading(APP);
    Authenticator app = shown(owner);
    confirmCode(owner, app.wrongCode());
    assertThat(owner.page().getByRole(AriaRole.ALERT)).isVisible();
    reload(owner, APP);
    assertEquals(app, shown(owner));
    String code = app.code();
    postFirst(owner, APP, Map.of("code", code));
    confirmCode(owner, code);
    owner.expectHeading("Recovery codes"); // which a browser that lost the first answer never saw
    owner.open("security/two-factor");
    assertThat(owner.page().getByText("My phone")).isVisible();
    assertThat(owner.page().getByText("not said that you kept")).isVisible();
    owner.page().context().close();
  }

  @Test
  void a_double_click_sends_a_form_once(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    owner.press("2FA App");
    Authenticator app = shown(owner);
    owner.page().getByLabel("Code from the app").fill(app.code());
    owner.button("Confirm").dblclick();
    owner.expectHeading(ACTIONS);
    owner.button("Confirm").dblclick();
    owner.expectHeading(DONE);
  }

  private static void replace(Owner owner, TestKey key) {
    owner.open("security/two-factor");
    owner
        .page()
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Replace: " + key.description()))
        .click();
  }

  /** Sends the form of the page by another way, so that the page's own comes second. */
  private static void postFirst(Owner owner, String heading, Map<String, String> fields) {
    owner.expectHeading(heading);
    Locator form =
        owner.page().locator("main form", new Page.LocatorOptions().setHas(mainButton(owner)));
    FormData data = FormData.create();
    for (Locator hidden : form.locator("input[type=hidden]").all()) {
      data.set(hidden.getAttribute("name"), hidden.inputValue());
    }
    fields.forEach(data::set);
    owner
        .page()
        .request()
        .post(
            owner.app().page(form.getAttribute("action")).toString(),
            RequestOptions.create().setForm(data).setMaxRedirects(0));
  }

  private static Locator mainButton(Owner owner) {
    return owner.page().locator(".btn-primary, .btn-danger, button[name=method]");
  }

  private static Authenticator shown(Owner owner) {
    return new Authenticator(owner.page().locator("#setup-key").textContent());
  }

  private static void confirmCode(Owner owner, String code) {
    owner.page().getByLabel("Code from the app").fill(code);
    owner.press("Confirm");
  }

  private static void password(Owner owner, String password, String repeated) {
    owner.page().getByLabel("New password for this key").fill(password);
    owner.page().getByLabel("The same password again").fill(repeated);
    owner.press("Confirm");
  }

  private static void reload(Owner owner, String heading) {
    owner.expectHeading(heading); // it has come
    owner.page().waitForLoadState();
    Response again = owner.page().reload();
    assertEquals("GET", again.request().method(), "nothing is sent again");
    assertEquals(200, again.status());
    owner.expectHeading(heading);
  }

  private static void back(Owner owner, String heading) {
    owner.page().goBack();
    owner.expectHeading(heading);
  }

  /** Goes back as often as it takes, at most past each page of the way. */
  private static void backTo(Owner owner, String heading) {
    for (int steps = 0; steps < 5; steps++) {
      owner.page().goBack();
      if (owner.page().locator("h1").textContent().equals(heading)) {
        return;
      }
    }
    owner.expectHeading(heading);
  }

  private static void forward(Owner owner, String heading) {
    owner.page().goForward();
    owner.expectHeading(heading);
  }
}
