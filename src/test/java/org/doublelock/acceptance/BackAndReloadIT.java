package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Back, forward and reload, at every step of the wizard: nothing is switched on by them, and the
 * browser never asks whether to send a form again.
 */
@AcceptanceTest
@OnAnyDatabase
class BackAndReloadIT extends WizardSteps {

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
