package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.doublelock.acceptance.Mailbox.Mail;
import org.junit.jupiter.api.Test;

/** A call that was refused for want of a code has its owner asked, by mail and on the next page. */
@AcceptanceTest
@OnAnyDatabase
class UnlockQuestionIT {

  @Test
  void the_owner_is_asked_once_and_the_link_leads_to_the_form_behind_sign_in(Page page) {
    Map<String, String> settings = new HashMap<>(Mailbox.settings());
    settings.put("doublelock.registration", "open");
    try (RunningApp app = RunningApp.startedWith(settings)) {
      ApiClient api = new ApiClient(app.base());
      Mailbox mailbox = Mailbox.anew();
      Person person = MailSteps.register(new Owner(page, app), mailbox);
      Owner owner = person.signIn();
      TestKey key = owner.createKey();
      Authenticator phone = owner.switchOnWithApp(key);

      refuse(api, key, "AddOrder");
      refuse(api, key, "Balance");
      owner.open("api-keys");
      Locator asked = question(owner);
      assertThat(asked).containsText("“" + key.description() + "” was refused from 127.0.0.1");
      assertThat(asked).containsText("(AddOrder)");
      Mail mail = MailSteps.awaitText(mailbox, "API key: " + key.description() + " (AddOrder)");
      assertTrue(mail.subject().contains("A program was refused"), mail.subject());
      assertTrue(mail.text().contains("From: 127.0.0.1"), mail.text());
      String link =
          mail.text().lines().filter(line -> line.endsWith("/unlock")).findFirst().orElseThrow();

      Owner stranger = person.atNewBrowser();
      stranger.page().navigate(link);
      stranger.expectHeading("Sign in");
      refuse(api, key, "Balance");
      stranger.page().getByLabel("User name").fill(person.name());
      stranger.page().getByLabel("Password").fill(person.password());
      stranger.press("Sign in");
      stranger.expectHeading("Unlock for a while");
      assertThat(question(stranger)).hasCount(0);
      assertThat(stranger.page().getByLabel("1 hour")).isChecked();
      assertThat(stranger.page().getByLabel("From 127.0.0.1, where this browser is")).isChecked();
      refuse(api, key, "Balance");
      new UnlockForm(stranger, key).unlock(phone.codeAt(Instant.now().plusSeconds(30)));
      stranger.expectHeading("2FA Settings");
      assertEquals("", api.call(key, "Balance").send().error());
      assertThat(question(stranger)).hasCount(0);
      MailSteps.awaitText(mailbox, "An API key was unlocked for a while");

      UnlockForm.lockNow(stranger, key);
      refuse(api, key, "Balance");
      MailSteps.awaitText(mailbox, "locked again before its time");
      assertEquals(
          1, mailbox.all().stream().filter(each -> each.text().contains(" (AddOrder)")).count());
      assertFalse(
          mailbox.all().stream().anyMatch(each -> each.text().contains(" (Balance)")), "one bout");

      TestKey other = owner.createKey();
      owner.switchOnWithApp(other);
      refuse(api, other, "Balance");
      owner.open("api-keys");
      assertThat(question(owner)).containsText(other.description());
      owner.press("Not now");
      owner.expectHeading("2FA Settings");
      assertThat(question(owner)).hasCount(0);
    }
  }

  private static Locator question(Owner owner) {
    return owner
        .page()
        .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("A refused call"));
  }

  private static void refuse(ApiClient api, TestKey key, String function) {
    assertEquals("EAPI:Invalid signature", api.call(key, function).send().error());
  }
}
