package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import org.doublelock.acceptance.Mailbox.Mail;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.Test;

/** What an operator can do to somebody's account, and nobody else. */
@AcceptanceTest
class OperatorIT {

  private static final String INVALID_KEY = "EAPI:Invalid key";
  private static final String REASON = "the holder called: mail account taken";

  @Test
  void a_locked_account_is_dead_at_once_and_comes_back_whole(Owner operator, ApiClient api) {
    Mailbox mailbox = Mailbox.anew();
    Person person = MailSteps.register(new Person(operator.app(), "", "").atNewBrowser(), mailbox);
    Owner browser = person.signIn();
    TestKey key = browser.createKey("Query funds");
    Authenticator phone = browser.switchOnWithApp(key);
    assertEquals("", api.call(key, "Balance").otp(phone.code()).send().error());

    find(operator, key.publicKey());
    operator.expectHeading("The account “" + person.name() + "”");
    follow(operator, "Lock the account");
    state(operator, REASON, "Lock the account");
    assertThat(operator.page().getByText("nobody can sign in to it")).isVisible();
    assertEquals(INVALID_KEY, api.call(key, "Balance").otp(phone.code()).send().error());
    Person.expectSignedOut(browser);
    person.enterPassword(browser);
    Person.expectAlert(browser, "do not go together");
    Mail mail = MailSteps.awaitText(mailbox, REASON);
    assertTrue(mail.subject().contains("The account was locked by an operator"), mail.subject());
    assertTrue(mail.text().contains(RunningApp.USER_NAME + ": " + REASON), mail.text());

    follow(operator, "Unlock the account");
    state(operator, "it is the holder's again", "Unlock the account");
    assertEquals("EAPI:Invalid signature", api.call(key, "Balance").send().error());
    assertEquals("", api.call(key, "Balance").otp(phone.code()).send().error());
    Owner again = person.signIn();
    again.open("activity");
    assertThat(again.page().getByText(RunningApp.USER_NAME + ": " + REASON)).isVisible();
    again.open("activity/calls");
    assertThat(again.page().getByText("An operator has locked the account.")).isVisible();
  }

  @Test
  void who_has_lost_everything_signs_in_with_the_password_after_a_reset(Owner operator) {
    Person person = Person.openedBy(operator);
    Owner browser = person.signIn();
    SecondFactor factor = person.turnOnSecondFactor(browser);
    find(operator, person.name());
    assertThat(operator.page().getByText("On, with one app or passkey")).isVisible();
    follow(operator, "Take the sign-in 2FA away");
    state(operator, "passport shown at the desk", "Take the sign-in 2FA away");
    assertThat(
            operator
                .page()
                .getByRole(
                    AriaRole.LINK,
                    new Page.GetByRoleOptions().setName("Take the sign-in 2FA away")))
        .hasCount(0);
    Person.expectSignedOut(browser);
    Owner fresh = person.signIn();
    fresh.open("security/recovery-codes");
    assertThat(fresh.page().getByText(factor.recoveryCodes().get(0))).hasCount(0);
    fresh.open("activity");
    assertThat(fresh.page().getByText("passport shown at the desk")).isVisible();
  }

  @Test
  void nothing_is_done_without_a_reason_or_for_a_name_that_is_not_there(Owner operator) {
    Person person = Person.openedBy(operator);
    find(operator, "nobody-of-that-name");
    assertThat(operator.page().locator("#account-error")).containsText("no such account");
    assertThat(operator.page().getByLabel("Account", new Page.GetByLabelOptions().setExact(true)))
        .hasValue("nobody-of-that-name");
    find(operator, person.name().toUpperCase(java.util.Locale.ROOT));
    follow(operator, "Lock the account");
    state(operator, "why", "Lock the account");
    assertThat(operator.page().locator("#reason-error")).containsText("5 to 120 characters");
    assertThat(operator.page().getByLabel("Reason")).hasValue("why");
    person.signIn();
  }

  @Test
  void a_page_from_before_a_newer_lock_does_not_undo_it_however_often_it_is_refused(
      Owner operator) {
    Person person = Person.openedBy(operator);
    find(operator, person.name());
    String account = URI.create(operator.page().url()).getPath().substring(1);
    follow(operator, "Lock the account");
    state(operator, "the phone is lost", "Lock the account");
    follow(operator, "Unlock the account");
    state(operator, "why", "Unlock the account");
    assertThat(operator.page().locator("#reason-error")).isVisible();

    Owner other = new Owner(operator.page().context().newPage(), operator.app());
    other.open(account);
    follow(other, "Unlock the account");
    state(other, "the phone is found", "Unlock the account");
    follow(other, "Lock the account");
    state(other, "somebody else is in it", "Lock the account");

    state(operator, "the phone is found", "Unlock the account");
    Person.expectAlert(operator, "changed since you opened the page");
    operator.expectHeading("The account “" + person.name() + "”");
    assertThat(operator.page().getByText("nobody can sign in to it")).isVisible();
    assertThat(operator.page().getByText("somebody else is in it")).isVisible();
    follow(operator, "Unlock the account");
    state(operator, "it is the holder's again", "Unlock the account");
    operator.expectNotice("is unlocked");
  }

  @Test
  void operators_do_nothing_to_themselves(Owner operator) {
    find(operator, RunningApp.USER_NAME);
    assertThat(operator.page().getByText("This is your own account")).isVisible();
    String own = URI.create(operator.page().url()).getPath();
    for (String act : List.of("/lock", "/unlock", "/reset", "/release", "/admit")) {
      operator.open(own.substring(1) + act);
      operator.expectHeading("There is no such page");
    }
  }

  @Test
  void to_everybody_else_there_are_no_such_pages(Owner operator) {
    Person person = Person.openedBy(operator);
    find(operator, person.name());
    String account = URI.create(operator.page().url()).getPath().substring(1);
    operator.page().locator("details.account-menu summary").click();
    assertThat(operator.page().locator("details.account-menu a[href='/operator/accounts']"))
        .isVisible();
    Owner browser = Person.openedBy(operator).signIn();
    assertThat(browser.page().locator("a[href^='/operator']")).hasCount(0);
    for (String path :
        List.of(
            "operator/accounts",
            "operator/accounts/new",
            account,
            account + "/lock",
            account + "/reset",
            account + "/release")) {
      browser.open(path);
      browser.expectHeading("There is no such page");
    }
  }

  private static void find(Owner operator, String account) {
    operator.open("operator/accounts");
    operator
        .page()
        .getByLabel("Account", new Page.GetByLabelOptions().setExact(true))
        .fill(account);
    operator.press("Find");
    operator.page().locator("#account-error, main h2").first().waitFor();
  }

  private static void follow(Owner operator, String link) {
    operator
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .click();
  }

  private static void state(Owner operator, String reason, String button) {
    operator.page().getByLabel("Reason").fill(reason);
    operator.press(button);
  }
}
