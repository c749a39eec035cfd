package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes pages pleasant, each small by itself. */
@AcceptanceTest
@OnAnyDatabase
class SmallThingsIT {

  @Test
  void a_copied_secret_is_said_to_be_copied(Owner owner) {
    Page page = owner.page();
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    TestKey key = owner.createKey("Query funds");
    Locator copy = page.locator("#public-key + button");
    assertThat(copy).hasText("Copy");
    copy.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#public-key ~ .copy-said")).hasText("Copied");
    assertEquals(key.publicKey(), page.evaluate("() => navigator.clipboard.readText()"));
  }

  @Test
  void a_password_shows_and_hides_by_keyboard_alone(Page page, RunningApp app) {
    page.navigate(app.page("sign-in").toString());
    Locator password = page.locator("#password");
    password.fill("a secret being typed");
    page.keyboard().press("Tab");
    Locator button = page.getByRole(AriaRole.BUTTON, named("Show Password"));
    assertThat(button).isFocused();
    page.keyboard().press("Enter");
    assertThat(password).hasAttribute("type", "text");
    button = page.getByRole(AriaRole.BUTTON, named("Hide Password"));
    assertThat(button).isFocused();
    page.keyboard().press("Space");
    assertThat(password).hasAttribute("type", "password");
    assertThat(password).hasValue("a secret being typed");
  }

  /** Chromium takes a hidden text field for the user name, and none of the type hidden. */
  @Test
  void password_managers_are_told_whose_password_a_form_is_about(Owner owner) {
    Page page = owner.page();
    TestKey key = owner.createKey("Query funds");
    owner.open("security/password");
    assertEquals(RunningApp.USER_NAME, savedUnder(page));
    owner.switchOf(key).click();
    owner.press("Password");
    owner.expectHeading("Choose a password for this key");
    String keys = RunningApp.USER_NAME + " - " + key.description();
    assertEquals(keys, savedUnder(page), "not the account's: it would take its place");
  }

  /** What a manager keeps the new password of the page's form under. */
  private static String savedUnder(Page page) {
    Locator name = page.locator("main form input[autocomplete=username]");
    assertThat(name).hasCount(1);
    assertThat(name).hasAttribute("type", "text");
    assertThat(name).isHidden();
    assertEquals(
        true,
        name.evaluate(
            "field => new FormData(field.form).get('userName') === null && field"
                + ".compareDocumentPosition(field.form.querySelector('[type=password]')) === 4"));
    return name.inputValue();
  }

  @Test
  void without_script_there_is_no_button_that_would_do_nothing(RunningApp app) {
    try (BrowserContext plain =
        Chromium.window(
            new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false))) {
      Page page = plain.newPage();
      page.navigate(app.page("sign-in").toString());
      assertThat(page.locator("#password")).isVisible();
      assertThat(page.locator(".reveal")).hasCount(0);
    }
  }

  @Test
  void leaving_a_changed_form_is_asked_about_and_a_sent_or_untouched_one_is_not(Owner owner) {
    Page page = owner.page();
    List<String> asked = new ArrayList<>();
    page.onDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.dismiss();
        });
    TestKey key = owner.createKey("Query funds");
    owner.open("api-keys/new");
    page.getByLabel("Description").click();
    page.locator(".side-nav a[href='/activity']").click();
    owner.expectHeading("Activity");
    assertEquals(List.of(), asked, "nothing was changed, and a sent form is not lost");

    owner.open("api-keys/new");
    page.getByLabel("Description").fill("Half a thought");
    page.locator(".side-nav a[href='/activity']").click();
    page.waitForCondition(() -> asked.size() == 1);
    assertEquals(List.of("beforeunload"), asked);
    assertThat(page.getByLabel("Description")).hasValue("Half a thought");
    assertTrue(page.url().endsWith("/api-keys/new"), key.description());
  }

  @Test
  void paper_has_papers_colours_and_none_of_the_controls(Owner owner) {
    Page page = owner.page();
    owner.press("Dark");
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(20, 24, 27)");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("body")).hasCSS("color", "rgb(31, 36, 40)");
    for (String control : List.of(".top", ".side-nav", "footer", ".account-menu")) {
      assertThat(page.locator(control).first()).isHidden();
    }
    assertThat(page.locator("h1")).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    owner.press("Like the system");
  }

  @Test
  void each_page_says_in_its_title_where_one_is_and_has_an_icon(Owner owner) {
    Page page = owner.page();
    List<String> titles = new ArrayList<>();
    for (String path :
        List.of(
            "security",
            "security/two-factor",
            "api-keys",
            "api-keys/new",
            "activity",
            "activity/calls",
            "test-a-key",
            "help",
            "no-such-page")) {
      owner.open(path);
      assertTrue(page.title().endsWith(" · Doublelock"), page.title());
      assertTrue(page.title().startsWith(page.locator("h1").textContent().strip()), page.title());
      titles.add(page.title());
      String icon = page.locator("link[rel=icon]").getAttribute("href");
      assertEquals(200, page.request().get(icon).status());
    }
    assertEquals(titles.size(), new HashSet<>(titles).size(), titles.toString());
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
