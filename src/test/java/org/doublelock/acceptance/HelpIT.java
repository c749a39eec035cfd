package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The help is read and searched by anyone, and what goes wrong leads to it. */
@AcceptanceTest
@OnAnyDatabase
class HelpIT {

  @Test
  void a_stranger_finds_an_error_without_script(RunningApp app) {
    try (BrowserContext context =
        Chromium.window(
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
      Page page = context.newPage();
      Owner stranger = new Owner(page, app);
      stranger.open("sign-in");
      page.getByRole(AriaRole.LINK, named("Help")).click();
      stranger.expectHeading("Help");
      page.getByLabel("Search the help").fill("EAPI:Invalid nonce");
      page.getByLabel("Search the help").press("Enter");
      assertThat(results(page).first()).hasText("EAPI:Invalid nonce");
      results(page).first().click();
      stranger.expectHeading("What an error means");
      assertThat(page.locator(":target")).containsText("not above the last one");
    }
  }

  @Test
  void what_is_not_found_says_what_to_try_and_runs_nothing(Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    stranger.open("help?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%7B0%7D");
    assertThat(page.getByText("Nothing found for “<img src=x onerror=alert(1)>{0}”")).isVisible();
    assertThat(page.locator("main img")).hasCount(0);
    assertThat(page.getByText("choose one of the topics below")).isVisible();
    stranger.open("help?q=" + "x".repeat(3000));
    stranger.expectHeading("Help");
    stranger.open("help?q=%20");
    assertThat(page.getByText("Nothing found")).hasCount(0);
  }

  @Test
  void it_speaks_dutch_too(Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    stranger.open("help");
    stranger.press("Nederlands");
    page.getByLabel("Zoek in Help").fill("telefoon kwijt");
    stranger.press("Zoeken");
    assertThat(results(page).first()).hasText("Mijn telefoon is weg");
    results(page).first().click();
    stranger.expectHeading("Mijn telefoon is weg");
  }

  @Test
  void every_topic_opens_and_every_place_that_is_led_to_is_there(Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    stranger.open("help");
    for (String path : paths(page.locator(".topics a"))) {
      assertEquals(200, page.navigate(app.page(path).toString()).status(), path);
      assertThat(page.locator("main p").first()).isVisible();
    }
    int found = 0;
    for (String question : List.of("key", "code", "order", "error", "nonce", "sign", "phone")) {
      stranger.open("help?q=" + question);
      for (String path : paths(results(page))) {
        stranger.open(path);
        if (path.contains("#")) {
          assertThat(page.locator(":target")).hasCount(1);
          found++;
        }
      }
    }
    assertTrue(found > 20, "places were looked at");
  }

  @Test
  void every_function_is_there_to_be_read(Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    stranger.open("help/clients");
    page.getByRole(AriaRole.LINK, named("All functions, to read")).click();
    stranger.expectHeading("All functions");
    List<String> functions = paths(page.locator("main ul a"));
    assertTrue(functions.size() > 50, functions::toString);
    for (String function : functions) {
      assertEquals(200, page.navigate(app.page(function).toString()).status(), function);
      assertThat(page.locator("#answer")).isVisible();
    }
    stranger.open("help/functions/AddOrder");
    stranger.expectHeading("AddOrder");
    assertThat(page.locator("td code").getByText("close[ordertype]")).isVisible();
    assertThat(page.locator("main pre").last()).containsText("txid (not always): [text, …]");
    assertThat(page.getByText("Modify orders")).isVisible();
    stranger.open("help/functions/public/Depth");
    assertThat(page.locator("main pre").last())
        .containsText("[price: text, volume: text, timestamp: number]");
    assertEquals(404, page.navigate(app.page("help/functions/Nothing").toString()).status());
  }

  @Test
  void an_error_page_leads_to_what_it_means(Owner owner) {
    owner.open("api-keys/" + UUID.randomUUID());
    owner.expectHeading("There is no such page");
    owner.page().getByRole(AriaRole.LINK, named("Help with this")).click();
    assertThat(owner.page().locator(":target")).containsText("There is no such page");
    assertEquals(404, owner.page().navigate(owner.app().page("help/nothing").toString()).status());
  }

  @Test
  void a_refused_code_leads_to_what_to_do(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    owner.press("2FA App");
    Authenticator app = new Authenticator(owner.page().locator("#setup-key").textContent());
    owner.page().getByLabel("Code from the app").fill(app.wrongCode());
    owner.press("Confirm");
    owner
        .page()
        .getByRole(AriaRole.ALERT)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Help with this"))
        .click();
    assertThat(owner.page().locator(":target")).containsText("A code is not right");
  }

  private static Locator results(Page page) {
    return page.locator(".results a");
  }

  private static List<String> paths(Locator links) {
    return links.all().stream().map(link -> link.getAttribute("href").substring(1)).toList();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
