package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the documentation that makes a theme, followed as it is written. */
@OnAnyDatabase
class ThemesIT {

  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SETTING = Pattern.compile("(DOUBLELOCK_[A-Z_]+)=(\\S+)");

  @Test
  void the_documented_theme_is_what_people_see(@TempDir Path folder) throws Exception {
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(Path.of("docs", "themes.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    for (String block : blocks.subList(0, blocks.size() - 1)) {
      Program.run(folder.toString(), List.of("sh", "-ec", block));
    }
    Map<String, String> settings = new HashMap<>();
    Matcher named = SETTING.matcher(blocks.get(blocks.size() - 1));
    while (named.find()) {
      String value = named.group(2).replaceFirst("^themes$", folder.resolve("themes").toString());
      settings.put(named.group(1).toLowerCase(java.util.Locale.ROOT).replace('_', '.'), value);
    }
    assertEquals(2, settings.size(), "the last block starts the application");

    try (RunningApp app = RunningApp.startedWith(settings);
        BrowserContext context = Chromium.window()) {
      Page page = context.newPage();
      page.navigate(app.page("sign-in").toString());
      assertThat(page).hasTitle("Sign in · Harbour Bank");
      assertThat(page.locator(".wordmark")).hasText("Harbour Bank");
      assertThat(page.locator("footer")).containsText("Questions? Ask our desk, day and night.");
      assertThat(page.locator(".btn-primary")).hasCSS("background-color", "rgb(11, 79, 138)");
      Locator logo = page.locator(".wordmark img");
      assertTrue(logo.getAttribute("src").endsWith("/themes/harbour/logo.svg"));
      assertEquals(true, logo.evaluate("image => image.complete && image.naturalWidth > 0"));
      assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());

      page.locator("button[name=language][value=nl]").click();
      assertThat(page.locator("footer")).containsText("Vragen? Bel onze balie, dag en nacht.");
      assertThat(page.locator("button[name=theme][value=harbour]")).hasText("Haven");
      page.locator("button[name=theme][value=night]").click();
      assertThat(page.locator(".wordmark")).hasText("Doublelock");
      page.locator("button[name=theme][value=harbour]").click();
      assertThat(page.locator(".wordmark")).hasText("Harbour Bank");

      page.locator("button[name=language][value=en]").click();
      Owner owner = Owner.signIn(page, app);
      TestKey key = owner.createKey("Query funds");
      owner.switchOf(key).click();
      owner.press("2FA App");
      Provisioning scanned = Provisioning.of(QrReader.read(page.locator("svg.qr").screenshot()));
      assertEquals("Harbour Bank", scanned.parameters().get("issuer"));

      String secret =
          app.base() + "static/0123456789abcdef/themes/harbour/..%2f..%2f..%2fetc%2fpasswd";
      int status =
          java.net.http.HttpClient.newHttpClient()
              .send(
                  java.net.http.HttpRequest.newBuilder(java.net.URI.create(secret)).build(),
                  java.net.http.HttpResponse.BodyHandlers.discarding())
              .statusCode();
      assertTrue(status == 404 || status == 400, "status " + status);
    }
  }
}
