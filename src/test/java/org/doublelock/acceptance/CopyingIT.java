package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to be kept can be copied and printed; where the browser refuses, the page says so. */
@AcceptanceTest
@OnAnyDatabase
class CopyingIT {

  private static final String COPIED =
      "window.copied = []; navigator.clipboard.writeText = async (text) => { copied.push(text); }";
  private static final String DENIED =
      "navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError') }";
  private static final String ABSENT =
      "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })";

  @Test
  void setup_key_and_recovery_codes_are_copied_whole(Owner operator) {
    Person person = Person.openedBy(operator);
    Owner browser = person.signIn();
    Page page = browser.page();
    page.addInitScript(COPIED);
    browser.open("security/authenticators/new");
    page.getByLabel("Name of the app or device").fill("My phone");
    browser.press("Continue");
    page.getByText("View setup key").click();
    browser.press("Copy");
    browser.expectNotice("Copied");
    String key = page.locator("#setup-key").textContent();
    assertEquals(List.of(key), page.evaluate("copied"));

    page.getByLabel("Code from the app").fill(new Authenticator(key).code());
    browser.press("Confirm");
    browser.expectHeading("Recovery codes");
    List<String> codes = page.locator("#recovery-codes li").allTextContents();
    browser.press("Copy");
    assertEquals(List.of(String.join("\n", codes)), page.evaluate("copied"));

    page.evaluate("window.print = () => { window.printed = true }");
    browser.press("Print");
    assertEquals(true, page.evaluate("printed"));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    String sheet = page.locator("main").innerText();
    assertTrue(sheet.contains(person.name()), sheet);
    assertTrue(sheet.contains("127.0.0.1"), sheet);
    assertTrue(sheet.contains(String.valueOf(java.time.Year.now())), sheet);
    assertTrue(codes.stream().allMatch(sheet::contains), sheet);
    assertThat(browser.button("Go on")).isHidden();
    assertThat(browser.button("Copy")).isHidden();
  }

  @Test
  void where_it_is_denied_or_not_there_the_text_is_selected_and_the_page_says_so(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    for (String refusal : List.of(DENIED, ABSENT)) {
      Page page = owner.page();
      page.addInitScript(refusal);
      owner.switchOf(key).click();
      owner.press("2FA App");
      page.getByText("View setup key").click();
      owner.press("Copy");
      owner.expectNotice("does not let this page copy");
      assertEquals(
          page.locator("#setup-key").textContent(), page.evaluate("getSelection().toString()"));
    }
    owner.page().locator("button[name=language][value=nl]").click();
    owner.page().getByText("Instelsleutel tonen").click();
    owner.press("Kopiëren");
    assertThat(owner.page().getByText("Je browser laat deze pagina niet kopiëren")).isVisible();
    owner.page().locator("button[name=language][value=en]").click();
  }
}
