package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.Optional;
import org.doublelock.acceptance.Mailbox.Mail;
import org.junit.jupiter.api.Test;

/** What happens to a key is told to its owner by mail, and the mail stops a thief. */
@AcceptanceTest
@OnPostgresql
class ToldByMailIT extends MailSteps {

  @Test
  void a_change_of_a_key_is_told_and_the_key_frozen_by_who_reads_it(
      Page page, RunningApp app, ApiClient api) {
    Owner stranger = new Owner(page, app);
    Mailbox mailbox = Mailbox.anew();
    Owner thief = register(stranger, mailbox).signIn();
    TestKey other = thief.createKey("Query funds");
    TestKey key = thief.createKey("Query funds");
    Mail mail = awaitText(mailbox, "API key: " + key.description());
    assertTrue(mail.subject().contains("An API key was created"), mail.subject());
    assertTrue(mail.text().contains("From: 127.0.0.1"), mail.text());
    assertEquals("", api.call(key, "Balance").send().error());

    page.navigate(mail.link("freeze"));
    assertFalse(page.url().contains("token"), page.url());
    stranger.expectHeading("Freeze this key");
    assertEquals("", api.call(key, "Balance").send().error(), "the link alone does nothing");
    stranger.press("Freeze the key");
    stranger.expectHeading("Frozen");
    assertEquals("EAPI:Invalid key", api.call(key, "Balance").send().error());
    assertEquals("", api.call(other, "Balance").send().error());
    Person.expectSignedOut(thief);
  }

  /** A thief of the API secret beside the owner's program, whose right codes end each row. */
  @Test
  void who_guesses_beside_the_owners_program_is_stopped_and_the_owner_told(
      Page page, RunningApp app, ApiClient api) {
    Mailbox mailbox = Mailbox.anew();
    Owner owner = register(new Owner(page, app), mailbox).signIn();
    TestKey key = owner.createKey("Query funds");
    Authenticator phone = owner.switchOnWithApp(key);
    int guesses = 0;
    ApiAnswer guess = api.call(key, "Balance").otp(phone.wrongCode()).send();
    while (guesses < 60 && guess.refusal().equals(Optional.of("otp-wrong"))) {
      guesses++;
      api.call(key, "Balance").otp(phone.code()).send();
      guess = api.call(key, "Balance").otp(phone.wrongCode()).send();
    }
    assertTrue(guesses == 30 || guesses == 31, guesses + " guesses were answered");
    assertEquals(Optional.of("otp-locked"), guess.refusal());
    ApiAnswer locked = api.call(key, "Balance").otp(phone.code()).send();
    assertEquals("EGeneral:Temporary lockout", locked.error());
    Mail mail = awaitText(mailbox, "An API key was locked out after too many wrong codes");
    assertTrue(mail.text().contains("API key: " + key.description()), mail.text());
    owner.open("activity");
    assertThat(owner.page().getByText("locked out after too many wrong codes").first()).isVisible();
  }

  @Test
  void switching_off_without_the_device_is_stopped_by_who_reads_the_mail(
      Page page, RunningApp app) {
    Owner stranger = new Owner(page, app);
    Mailbox mailbox = Mailbox.anew();
    Owner thief = register(stranger, mailbox).signIn();
    TestKey key = thief.createKey("Query funds");
    thief.switchOnWithApp(key);
    thief.openLost(key);
    thief.press("Switch off without it");
    page.navigate(awaitText(mailbox, "is going to be switched off").link("stop"));
    stranger.press("Keep it on");
    stranger.expectHeading("Two-factor authentication stays on");
    thief.open("security/two-factor");
    assertThat(thief.page().getByText("switches off when the waiting time is over")).hasCount(0);
  }
}
