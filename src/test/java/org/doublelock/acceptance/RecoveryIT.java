package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.doublelock.acceptance.Mailbox.Mail;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.Test;

/**
 * An owner takes an account back from a thief who was in it: nothing that was begun outlives it.
 */
@AcceptanceTest
@OnPostgresql
class RecoveryIT {

  private static final String ANOTHER = "twelve brown hens in a barn";

  @Test
  void no_link_that_a_thief_asked_for_outlives_a_recovery(Page page, RunningApp app) {
    Owner anywhere = new Owner(page, app);
    Mailbox mailbox = Mailbox.anew();
    Mailbox thiefs = Mailbox.anew();
    Person owner = MailSteps.register(anywhere, mailbox);
    Owner home = owner.signIn();

    Owner thief = owner.signIn();
    ask(thief, thiefs);
    String first = thiefs.awaitLink("mail-address/confirm");
    home.open("security/sessions");
    home.press("Sign out everywhere else");
    assertThat(home.page().getByText("signed out everywhere but here")).isVisible();
    expectOver(anywhere, first);

    thief = owner.signIn();
    Mailbox second = Mailbox.anew();
    ask(thief, second);
    Mail told = MailSteps.awaitText(mailbox, second.address());
    assertTrue(told.subject().contains("Another mail address was asked for"), told.subject());
    assertTrue(told.text().contains("From: 127.0.0.1"), told.text());
    assertTrue(told.text().contains("Nothing is changed yet"), told.text());
    page.navigate(told.link("freeze"));
    anywhere.press("Freeze all keys");
    anywhere.expectHeading("Frozen");
    expectOver(anywhere, second.awaitLink("mail-address/confirm"));
    Person.expectSignedOut(thief);

    thief = owner.signIn();
    Mailbox third = Mailbox.anew();
    ask(thief, third);
    String last = third.awaitLink("mail-address/confirm");
    reset(anywhere, mailbox);
    expectOver(anywhere, last);
    expectOver(thief, last);

    home = new Person(app, owner.name(), ANOTHER).signIn();
    expectAddress(home, mailbox);
  }

  @Test
  void a_thief_fills_no_mailbox_by_asking_for_addresses(Page page, RunningApp app) {
    Mailbox mailbox = Mailbox.anew();
    Owner thief = MailSteps.register(new Owner(page, app), mailbox).signIn();
    for (int times = 0; times < 3; times++) {
      Mailbox next = Mailbox.anew();
      ask(thief, next);
      MailSteps.awaitText(mailbox, next.address());
    }
    thief.open("security/mail-address");
    thief.page().getByLabel("New mail address").fill(Mailbox.anew().address());
    thief.press("Send the link");
    Person.expectAlert(thief, "three addresses within an hour");
  }

  @Test
  void the_link_changes_an_address_where_its_account_is_signed_in(Page page, RunningApp app) {
    Owner anywhere = new Owner(page, app);
    Mailbox mailbox = Mailbox.anew();
    Person owner = MailSteps.register(anywhere, mailbox);
    forget(anywhere, mailbox);
    String reset = mailbox.awaitLink("forgotten-password/confirm");
    Mailbox next = Mailbox.anew();
    ask(owner.signIn(), next);
    String link = next.awaitLink("mail-address/confirm");

    Mailbox strangers = Mailbox.anew();
    Owner stranger = MailSteps.register(anywhere, strangers).signIn();
    stranger.page().navigate(link);
    stranger.expectHeading("This link is of another account");
    assertThat(stranger.button("Confirm")).hasCount(0);
    expectAddress(stranger, strangers);

    Owner later = owner.atNewBrowser();
    later.page().navigate(link);
    assertFalse(later.page().url().contains("token"), later.page().url());
    later.expectHeading("Sign in");
    later.page().getByLabel("User name").fill(owner.name());
    later.page().getByLabel("Password").fill(owner.password());
    later.press("Sign in");
    later.expectHeading("Confirm your mail address");
    later.press("Confirm");
    expectAddress(later, next);

    expectOver(anywhere, reset);
    expectOver(later, link);
  }

  @Test
  void a_sign_in_half_done_with_the_old_password_is_not_completed(Owner operator) {
    Person person = Person.openedBy(operator);
    Owner home = person.signIn();
    SecondFactor factor = person.turnOnSecondFactor(home);
    Owner thief = person.atNewBrowser();
    person.enterPassword(thief);
    assertThat(thief.page().getByLabel("Code from your app")).isVisible();
    home.open("security/password");
    home.page().getByLabel("Your password now").fill(person.password());
    home.page().locator("#password").fill(Secrets.made(ANOTHER));
    home.page().locator("#repeated").fill(ANOTHER);
    home.press("Change password");
    home.expectHeading("Security");
    person.enterCode(thief, factor.recoveryCodes().get(0));
    Person.expectSignedOut(thief);
    new Person(person.app(), person.name(), ANOTHER).enterPassword(thief);
    person.enterCode(thief, factor.recoveryCodes().get(0));
    thief.expectHeading("2FA Settings");
  }

  private static void ask(Owner at, Mailbox next) {
    at.open("security/mail-address");
    at.page().getByLabel("New mail address").fill(next.address());
    at.press("Send the link");
    assertThat(at.page().getByText("A mail with a link is on its way")).isVisible();
  }

  private static void forget(Owner anywhere, Mailbox mailbox) {
    anywhere.open("forgotten-password");
    anywhere.page().getByLabel("User name").fill(mailbox.address());
    anywhere.press("Send the mail");
    anywhere.expectHeading("Look in your mailbox");
  }

  private static void reset(Owner anywhere, Mailbox mailbox) {
    forget(anywhere, mailbox);
    anywhere.page().navigate(mailbox.awaitLink("forgotten-password/confirm"));
    anywhere.page().locator("#password").fill(Secrets.made(ANOTHER));
    anywhere.page().locator("#repeated").fill(ANOTHER);
    anywhere.press("Change password");
    anywhere.expectHeading("Sign in");
  }

  private static void expectOver(Owner at, String link) {
    at.page().navigate(link);
    at.expectHeading("This link works no more");
  }

  private static void expectAddress(Owner at, Mailbox mailbox) {
    at.open("security/mail-address");
    assertThat(at.page().getByText("Your address now: " + mailbox.address())).isVisible();
  }
}
