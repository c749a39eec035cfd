package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import org.doublelock.acceptance.Mailbox.Mail;
import org.junit.jupiter.api.Test;

/** Two links are followed in two tabs of a browser: each page acts on the link that it shows. */
@AcceptanceTest
@OnAnyDatabase
class TwoMailedLinksIT extends MailSteps {

  private static final String OF_KEY = "nine grey geese at low tide";

  @Test
  void keeping_a_second_factor_on_keeps_that_of_the_key_that_the_page_names(
      Page page, RunningApp app) {
    Mailbox mailbox = Mailbox.anew();
    Owner thief = register(new Owner(page, app), mailbox).signIn();
    TestKey first = begunToSwitchOff(thief);
    TestKey second = begunToSwitchOff(thief);
    Owner tab = follow(page, app, stopping(mailbox, first));
    Owner other = follow(page.context().newPage(), app, stopping(mailbox, second));

    assertThat(tab.page().getByText(first.description())).isVisible();
    tab.press("Keep it on");
    tab.expectHeading("Two-factor authentication stays on");
    assertThat(tab.page().getByText(first.description())).isVisible();
    expectGoingOff(thief, first, false);
    expectGoingOff(thief, second, true);

    other.press("Keep it on");
    other.expectHeading("Two-factor authentication stays on");
    assertThat(other.page().getByText(second.description())).isVisible();
    expectGoingOff(thief, second, false);
    tab.page().reload();
    assertThat(tab.page().getByText(first.description())).isVisible();
  }

  @Test
  void freezing_freezes_the_key_that_the_page_names_and_without_a_link_none(
      Page page, RunningApp app, ApiClient api) {
    Mailbox mailbox = Mailbox.anew();
    Owner thief = register(new Owner(page, app), mailbox).signIn();
    TestKey first = thief.createKey("Query funds");
    TestKey second = thief.createKey("Query funds");
    Owner tab = follow(page, app, about(mailbox, first).link("freeze"));
    Owner other = follow(page.context().newPage(), app, about(mailbox, second).link("freeze"));

    tab.press("Freeze the key");
    tab.expectHeading("Frozen");
    assertThat(tab.page().locator("main li")).hasText(first.description());
    assertEquals("EAPI:Invalid key", api.call(first, "Balance").send().error());
    assertEquals("", api.call(second, "Balance").send().error());

    other.page().locator("input[name=link]").evaluate("field => field.remove()");
    other.press("Freeze the key");
    other.expectHeading("This link works no more");
    assertEquals("", api.call(second, "Balance").send().error());
    other.page().navigate(about(mailbox, second).link("freeze"));
    other.press("Freeze the key");
    other.expectHeading("Frozen");
    assertThat(other.page().locator("main li")).hasText(second.description());
    assertEquals("EAPI:Invalid key", api.call(second, "Balance").send().error());
  }

  @Test
  void a_password_is_that_of_the_account_that_the_page_names(Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    Mailbox annas = Mailbox.anew();
    Person anna = register(stranger, annas);
    Mailbox berts = Mailbox.anew();
    Person bert = register(stranger, berts);
    Owner tab = follow(page, app, forgotten(stranger, annas));
    String link = forgotten(new Owner(page.context().newPage(), app), berts);
    Owner other = follow(page.context().newPage(), app, link);

    choose(tab, "too short", "too short", "Change password");
    assertThat(tab.page().locator("#password-error")).isVisible();
    assertThat(tab.page().getByText(annas.address()).first()).isVisible();
    choose(tab, ANOTHER, ANOTHER, "Change password");
    assertThat(tab.page().getByText("The password of " + annas.address() + " was changed"))
        .isVisible();
    new Person(app, anna.name(), ANOTHER).signIn();
    bert.signIn();
    assertThat(other.page().getByText(berts.address()).first()).isVisible();
    choose(other, ANOTHER, ANOTHER, "Change password");
    new Person(app, bert.name(), ANOTHER).signIn();
  }

  @Test
  void an_account_is_opened_for_the_address_that_the_page_names(Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    Mailbox annas = Mailbox.anew();
    Mailbox berts = Mailbox.anew();
    Owner tab = follow(page, app, registrationLink(stranger, annas));
    String link = registrationLink(new Owner(page.context().newPage(), app), berts);
    Owner other = follow(page.context().newPage(), app, link);

    choose(tab, PASSWORD, PASSWORD, "Create the account");
    assertThat(tab.page().getByText("The account " + annas.address() + " is there")).isVisible();
    new Person(app, annas.address(), PASSWORD).signIn();
    choose(other, ANOTHER, ANOTHER, "Create the account");
    assertThat(other.page().getByText("The account " + berts.address() + " is there")).isVisible();
    new Person(app, berts.address(), ANOTHER).signIn();
  }

  @Test
  void an_address_is_confirmed_that_the_page_names(Page page, RunningApp app) {
    Owner holder = register(new Owner(page, app), Mailbox.anew()).signIn();
    Mailbox wanted = Mailbox.anew();
    Mailbox mistaken = Mailbox.anew();
    String first = confirming(holder, wanted);
    String second = confirming(holder, mistaken);
    holder.page().navigate(first);
    Owner other = follow(holder.page().context().newPage(), app, second);

    holder.press("Confirm");
    assertThat(holder.page().getByText("Your address now: " + wanted.address())).isVisible();
    other.press("Confirm");
    other.expectHeading("This link works no more");
  }

  /** Follows a link to its page, whose address no longer holds the token. */
  private static Owner follow(Page tab, RunningApp app, String link) {
    tab.navigate(link);
    assertFalse(tab.url().contains("token"), tab.url());
    return new Owner(tab, app);
  }

  /** A key whose second factor somebody begins to switch off without it. */
  private static TestKey begunToSwitchOff(Owner thief) {
    TestKey key = thief.createKey("Query funds");
    thief.switchOnWithPassword(key, OF_KEY);
    thief.openLost(key);
    thief.press("Switch off without it");
    thief.expectHeading("2FA Settings");
    return key;
  }

  private static void expectGoingOff(Owner thief, TestKey key, boolean going) {
    thief.switchOf(key);
    assertThat(thief.button("Leave it on: " + key.description())).hasCount(going ? 1 : 0);
  }

  private static String stopping(Mailbox mailbox, TestKey key) {
    for (int each = 0; ; each++) {
      Mail mail = mailbox.await(each);
      if (mail.text().contains("API key: " + key.description())
          && mail.text().contains("/stop?token=")) {
        return mail.link("stop");
      }
    }
  }

  private static Mail about(Mailbox mailbox, TestKey key) {
    return awaitText(mailbox, "API key: " + key.description());
  }

  private static String forgotten(Owner stranger, Mailbox mailbox) {
    forget(stranger, mailbox.address());
    return mailbox.awaitLink("forgotten-password/confirm");
  }

  private static String registrationLink(Owner stranger, Mailbox mailbox) {
    ask(stranger, mailbox);
    return mailbox.awaitLink("register/confirm");
  }

  private static String confirming(Owner holder, Mailbox next) {
    holder.open("security/mail-address");
    holder.page().getByLabel("New mail address").fill(next.address());
    holder.press("Send the link");
    return next.awaitLink("mail-address/confirm");
  }
}
