package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say about forms that were filled in wrongly, and when things were. */
@AcceptanceTest
@OnAnyDatabase
class FaultsOfFormsIT {

  @Test
  void several_faults_are_listed_at_the_top_and_each_leads_to_its_field(Owner owner) {
    Page page = owner.page();
    owner.open("api-keys/new");
    page.getByText("More limits").click();
    page.getByLabel("Addresses it may be used from")
        .fill("10.0.0.1 nonsense, 10.0.0.300\nfe80::zz");
    owner.press("Create key");
    Locator list =
        page.getByRole(
            AriaRole.REGION, new Page.GetByRoleOptions().setName("Mend these 3 things:"));
    assertThat(list.getByRole(AriaRole.LISTITEM)).hasCount(3);
    assertThat(page.getByLabel("Description")).isFocused();
    assertThat(page.locator("#addresses-error"))
        .containsText("Not addresses or ranges: nonsense, 10.0.0.300, fe80::zz");
    for (Locator link : list.getByRole(AriaRole.LINK).all()) {
      String target = link.getAttribute("href");
      link.click();
      assertThat(page.locator(target)).isFocused();
    }
    owner.press("Nederlands");
    owner.open("api-keys/new");
    owner.press("Sleutel maken");
    assertThat(page.getByText("Verbeter deze 2 dingen:")).isVisible();
    page.getByLabel("Omschrijving").fill("Eén ding");
    owner.press("Sleutel maken");
    assertThat(page.locator("[role=alert]")).hasCount(1);
    assertThat(page.locator("#faults-heading")).hasCount(0);
    owner.press("English");
  }

  @Test
  void a_description_that_is_taken_is_no_error_of_the_application(RunningApp app, Owner owner)
      throws IOException {
    TestKey key = owner.createKey("Query funds");
    long before = errorsLogged(app);
    owner.open("api-keys/new");
    owner.page().getByLabel("Description").fill(key.description());
    owner.page().getByLabel("Query funds").check();
    owner.press("Create key");
    assertThat(owner.page().locator("#description-error")).isVisible();
    TestKey other = owner.createKey("Query funds");
    owner.open("api-keys?q=" + Owner.inQuery(other.description()));
    owner.page().locator("main tbody a").first().click();
    owner.page().getByLabel("Description").fill(key.description().toUpperCase(Locale.ROOT));
    owner.press("Save");
    assertThat(owner.page().locator("#description-error")).isVisible();
    assertEquals(before, errorsLogged(app), "errors in the log");
  }

  @Test
  void moments_are_written_as_in_the_region_and_say_their_zone(RunningApp app, Owner operator) {
    Owner owner = Person.openedBy(operator).signIn();
    owner.open("activity");
    assertMoment("\\d{1,2} [A-Z][a-z]+ 20\\d\\d, \\d\\d:\\d\\d UTC", owner.page());
    Map<String, String> regions =
        Map.of(
            "en-US", "[A-Z][a-z]+ \\d{1,2}, 20\\d\\d, \\d{1,2}:\\d\\d\\s[AP]M ",
            "en-NL", "\\d{1,2} [A-Z][a-z]+ 20\\d\\d, \\d\\d:\\d\\d ",
            "nl-NL", "\\d{1,2} [a-z]+\\.? 20\\d\\d,? \\d\\d:\\d\\d ");
    regions.forEach(
        (region, pattern) -> {
          for (boolean script : new boolean[] {true, false}) {
            Browser.NewContextOptions abroad =
                new Browser.NewContextOptions()
                    .setLocale(region)
                    .setTimezoneId("Asia/Tokyo")
                    .setJavaScriptEnabled(script);
            try (BrowserContext context = Chromium.window(abroad)) {
              context.addCookies(owner.page().context().cookies());
              Page page = context.newPage();
              page.navigate(app.page("activity").toString());
              assertMoment(pattern + (script ? "(GMT\\+9|JST)" : "UTC"), page);
            }
          }
        });
    owner.page().context().close();
  }

  private static void assertMoment(String pattern, Page page) {
    Locator moment = page.locator("main time").first();
    assertThat(moment).hasText(Pattern.compile("^" + pattern + "$"));
    assertTrue(
        moment.getAttribute("datetime").matches("20\\S+T\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z"),
        moment.getAttribute("datetime"));
  }

  private static long errorsLogged(RunningApp app) throws IOException {
    try (Stream<Path> files = Files.walk(app.process().dataDirectory())) {
      List<String> lines = new ArrayList<>(app.process().printed().lines().toList());
      for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
      return lines.stream().filter(line -> line.matches(".*(ERROR|SEVERE).*")).count();
    }
  }
}
