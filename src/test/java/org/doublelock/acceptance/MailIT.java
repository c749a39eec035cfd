package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.doublelock.acceptance.Mailbox.Mail;
import org.junit.jupiter.api.Test;

/** What is done by a mailed link: an account, an address and another password. */
@AcceptanceTest
@OnPostgresql
class MailIT extends MailSteps {

  @Test
  void an_account_is_opened_by_a_link_that_works_once(Page page, RunningApp app) {
    Mailbox mailbox = Mailbox.anew();
    Person person = register(new Owner(page, app), mailbox);
    Owner browser = person.signIn();
    assertThat(browser.page().locator("details.account-menu summary")).hasText(mailbox.address());
    browser.page().navigate(mailbox.all().get(0).link("register/confirm"));
    browser.expectHeading("This link works no more");
  }

  @Test
  void whoever_asks_for_an_account_that_is_there_sees_no_difference(Page page, RunningApp app) {
    Mailbox mailbox = Mailbox.anew();
    Owner stranger = new Owner(page, app);
    register(stranger, mailbox);
    ask(stranger, mailbox);
    Mail second = mailbox.await(1);
    assertTrue(second.subject().contains("you have an account already"), second.subject());
    assertFalse(second.text().contains("token="), second.text());
  }

  @Test
  void what_is_no_address_is_said_beside_the_field(Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    for (String typed : List.of("", "anna", "a b@example.com", "a@b@example.com")) {
      stranger.open("register");
      page.getByLabel("Mail address").fill(typed);
      stranger.press("Send the mail");
      assertThat(page.locator("#address-error")).containsText("Enter a mail address");
      assertThat(page.getByLabel("Mail address")).hasValue(typed);
    }
  }

  @Test
  void a_bad_password_keeps_the_link(Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    Mailbox mailbox = Mailbox.anew();
    ask(stranger, mailbox);
    page.navigate(mailbox.await(0).link("register/confirm"));
    assertFalse(page.url().contains("token"), page.url());
    choose(stranger, "short", "short", "Create the account");
    assertThat(page.locator("#password-error")).containsText("at least 12");
    choose(stranger, PASSWORD, ANOTHER, "Create the account");
    assertThat(page.locator("#repeated-error")).isVisible();
    choose(stranger, PASSWORD, PASSWORD, "Create the account");
    stranger.expectHeading("Sign in");
    assertThat(page.getByText("The account " + mailbox.address() + " is there")).isVisible();
  }

  @Test
  void a_forgotten_password_is_replaced_and_everybody_signed_out(Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    Mailbox mailbox = Mailbox.anew();
    Person person = register(stranger, mailbox);
    Owner elsewhere = person.signIn();
    int before = mailbox.all().size();
    forget(stranger, "Nobody-" + mailbox.address());
    forget(stranger, mailbox.address());
    Mail mail = awaitSubject(mailbox, before, "choose another password");
    page.navigate(mail.link("forgotten-password/confirm"));
    choose(stranger, ANOTHER, ANOTHER, "Change password");
    stranger.expectHeading("Sign in");
    Person.expectSignedOut(elsewhere);
    person.enterPassword(elsewhere);
    Person.expectAlert(elsewhere, "do not go together");
    new Person(app, person.name(), ANOTHER).signIn();
    page.navigate(mail.link("forgotten-password/confirm"));
    stranger.expectHeading("This link works no more");
    assertTrue(new Mailbox("Nobody-" + mailbox.address()).all().isEmpty());
  }

  @Test
  void another_address_counts_once_it_is_confirmed_and_the_old_one_is_told(
      Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    Mailbox mailbox = Mailbox.anew();
    Person person = register(stranger, mailbox);
    Owner browser = person.signIn();
    Mailbox next = Mailbox.anew();
    browser.open("security");
    browser
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mail address"))
        .click();
    browser.page().getByLabel("New mail address").fill(next.address());
    browser.press("Send the link");
    assertThat(browser.page().getByText("Your address now: " + mailbox.address())).isVisible();
    browser.page().navigate(next.await(0).link("mail-address/confirm"));
    browser.press("Confirm");
    assertThat(browser.page().getByText("Your address now: " + next.address())).isVisible();
    awaitText(mailbox, "The mail address was changed");
    new Person(app, next.address(), person.password()).signIn();
  }

  @Test
  void a_link_in_another_accounts_browser_says_whose_it_is_and_touches_nothing_there(
      Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    Mailbox annas = Mailbox.anew();
    register(stranger, annas);
    Mailbox berts = Mailbox.anew();
    Owner bert = register(stranger, berts).signIn();
    Page his = bert.page();
    int before = annas.all().size();
    forget(stranger, annas.address());
    his.navigate(
        awaitSubject(annas, before, "choose another password").link("forgotten-password/confirm"));
    expectOther(his, "about the account " + annas.address(), berts);
    choose(bert, ANOTHER, ANOTHER, "Change password");
    bert.expectHeading("Sign in");
    assertThat(his.getByText("The password of " + annas.address() + " was changed")).isVisible();
    assertThat(his.getByText("In this browser " + berts.address() + " is signed in")).isVisible();

    Mailbox clara = Mailbox.anew();
    ask(stranger, clara);
    his.navigate(clara.await(0).link("register/confirm"));
    expectOther(his, "about the account " + clara.address(), berts);
    his.locator("button[name=language][value=nl]").click();
    assertThat(his.getByText("Deze link gaat over het account " + clara.address())).isVisible();
    his.locator("button[name=language][value=en]").click();
    choose(bert, PASSWORD, PASSWORD, "Create the account");
    assertThat(his.getByText("The account " + clara.address() + " is there")).isVisible();

    Owner anna = new Person(app, annas.address(), ANOTHER).signIn();
    TestKey key = anna.createKey("Query funds");
    his.navigate(awaitText(annas, "API key: " + key.description()).link("freeze"));
    expectOther(his, "about the account " + annas.address(), berts);
    Mailbox next = Mailbox.anew();
    anna.open("security/mail-address");
    anna.page().getByLabel("New mail address").fill(next.address());
    anna.press("Send the link");
    his.navigate(next.await(0).link("mail-address/confirm"));
    bert.expectHeading("This link is of another account");
    assertThat(his.getByText("It confirms " + next.address())).isVisible();
    bert.open("security/mail-address");
    assertThat(his.getByText("Your address now: " + berts.address())).isVisible();
  }

  private static void expectOther(Page page, String words, Mailbox signedIn) {
    assertThat(page.getByText(words)).isVisible();
    assertThat(page.getByText("signed in as " + signedIn.address())).isVisible();
  }

  @Test
  void nobody_but_the_demo_reads_mails_on_a_page(Owner owner) {
    owner.open("mails");
    owner.expectHeading("There is no such page");
  }

  @Test
  void in_a_demo_without_a_server_its_person_reads_all_mails_on_a_page(Page page) {
    Map<String, String> settings =
        Map.of("doublelock.mail.page", RunningApp.USER_NAME, "doublelock.registration", "open");
    try (RunningApp demo = RunningApp.startedWith(settings);
        BrowserContext window = Chromium.window()) {
      Mailbox nowhere = Mailbox.anew();
      Owner stranger = new Owner(page, demo);
      ask(stranger, nowhere);
      Owner reader = Owner.signIn(window.newPage(), demo);
      reader.page().locator("details.account-menu summary").click();
      reader.page().locator(".account-menu a[href='/mails']").click();
      reader.expectHeading("Mails");
      assertThat(reader.page().locator(".side-nav [aria-current=page]")).hasText("Mails");
      Locator mail = reader.page().locator("article").filter(hasText(nowhere.address()));
      reader
          .page()
          .waitForCondition(
              () -> {
                reader.page().reload();
                return mail.count() == 1;
              });
      String link = mail.getByRole(AriaRole.LINK).first().getAttribute("href");
      page.navigate(link);
      choose(stranger, PASSWORD, PASSWORD, "Create the account");
      new Person(demo, nowhere.address(), PASSWORD).signIn();
    }
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
