package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The account holder at a browser, finding everything by the words on the page. */
public record Owner(Page page, RunningApp app) implements KeySwitch {

  /** Every permission by its name on the page. */
  public static final List<String> ALL_PERMISSIONS =
      List.of(
          "Query funds",
          "Deposit",
          "Withdraw",
          "Query open orders",
          "Query closed orders",
          "Modify orders",
          "Only modify or cancel",
          "Query ledger",
          "WebSockets",
          "Earn",
          "Export data");

  /** Signs the demo person in. */
  public static Owner signIn(Page page, RunningApp app) {
    Owner owner = new Owner(page, app);
    owner.open("sign-in");
    page.getByLabel("User name").fill(RunningApp.USER_NAME);
    page.getByLabel("Password").fill(RunningApp.PASSWORD);
    owner.press("Sign in");
    owner.inEnglish();
    owner.expectHeading("2FA Settings");
    return owner;
  }

  /** Picks English again, should a test that picked another language not have come to its end. */
  private void inEnglish() {
    page.locator("details.account-menu").waitFor();
    if (!"en".equals(page.locator("html").getAttribute("lang"))) {
      page.locator("button[name=language][value=en]").click();
    }
  }

  public void open(String path) {
    page.navigate(app.page(path).toString());
  }

  public void press(String button) {
    button(button).click();
  }

  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  public void expectHeading(String text) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText(text);
  }

  /** The page says so; beside it may be what came in meanwhile, of this test or another. */
  public void expectNotice(String words) {
    assertThat(
            page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(words)))
        .isVisible();
  }

  /** A key with every permission. */
  public TestKey createKey() {
    return createKey(ALL_PERMISSIONS, () -> {});
  }

  /** A key with those permissions, by their names on the page. */
  public TestKey createKey(String... permissions) {
    return createKey(Arrays.asList(permissions), () -> {});
  }

  /** A key; {@code more} fills in what else the open form is to hold. */
  public TestKey createKey(List<String> permissions, Runnable more) {
    return createKey("Key " + UUID.randomUUID(), permissions, more);
  }

  /** The same under a name of the test's own. */
  TestKey createKey(String description, List<String> permissions, Runnable more) {
    open("api-keys/new");
    page.getByLabel("Description").fill(description);
    permissions.forEach(
        permission ->
            page.getByLabel(permission, new Page.GetByLabelOptions().setExact(true)).check());
    more.run();
    press("Create key");
    expectHeading("“" + description + "” was created");
    return new TestKey(
        description,
        page.locator("#public-key").textContent().strip(),
        page.locator("#secret").textContent().strip());
  }

  /** The on/off switch of that key on the settings page, which this opens. */
  public Locator switchOf(TestKey key) {
    open(KeySwitch.settingsOf(key));
    return page.getByRole(
        AriaRole.SWITCH, new Page.GetByRoleOptions().setName(KeySwitch.nameOf(key)));
  }

  /** Walks through the wizard with "2FA App". */
  public Authenticator switchOnWithApp(TestKey key) {
    return switchOnWithApp(key, false);
  }

  /** Walks through the wizard with "2FA App", with strict one-time codes or without. */
  public Authenticator switchOnWithApp(TestKey key, boolean strict) {
    switchOf(key).click();
    press("2FA App");
    page.getByText("View setup key").click();
    Authenticator app = new Authenticator(page.locator("#setup-key").textContent());
    page.getByLabel("Code from the app").fill(app.code());
    press("Confirm");
    expectHeading("Choose actions");
    if (strict) {
      page.getByText("More options").click();
      page.getByLabel("Strict one-time codes").check();
    }
    press("Confirm");
    expectHeading("Congratulations");
    return app;
  }

  @Override
  public void switchOnWithPassword(TestKey key, String password) {
    switchOf(key).click();
    press("Password");
    page.getByLabel("New password for this key").fill(Secrets.made(password));
    page.getByLabel("The same password again").fill(password);
    press("Confirm");
    expectHeading("Choose actions");
    press("Confirm");
    expectHeading("Congratulations");
  }

  @Override
  public void switchOff(TestKey key, String current) {
    switchOf(key).click();
    page.locator("#current").fill(current);
    press("Switch off");
    assertThat(switchOf(key)).hasAttribute("aria-checked", "false");
  }

  public void disable(TestKey key) {
    act(key, "Disable");
    press("Disable");
    page.waitForURL("**/api-keys?q=*");
  }

  public void delete(TestKey key) {
    act(key, "Delete");
    page.getByLabel("Description of the key").fill(key.description());
    press("Delete");
    page.waitForURL("**/api-keys?q=*");
  }

  static String inQuery(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Opens the page that edits the key; returns its path. */
  String openKey(TestKey key) {
    open("api-keys?q=" + inQuery(key.description()));
    page.getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(key.description()))
        .getByRole(AriaRole.LINK)
        .first()
        .click();
    expectHeading("Edit “" + key.description() + "”");
    return URI.create(page.url()).getPath().substring(1);
  }

  /** Opens the page on which who has lost the factor switches it off. */
  void openLost(TestKey key) {
    switchOf(key).click();
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("You no longer have the code or password?"))
        .click();
  }

  private void act(TestKey key, String action) {
    openKey(key);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(action).setExact(true))
        .click();
  }
}
