package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms of the wizard that arrive twice: the second neither fails nor does anything again. */
@AcceptanceTest
@OnAnyDatabase
class FormsSentTwiceIT extends WizardSteps {

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
}
