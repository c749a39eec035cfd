package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main path in the other engine: a second lock on one key, from the browser to the call. */
@AcceptanceTest
@OnAnyDatabase
class FirefoxPathIT {

  @Test
  void firefox_walks_the_main_path_as_chromium_does(
      RunningApp app, Owner operator, ApiClient api, @TempDir Path folder) throws Exception {
    Person person = Person.openedBy(operator);
    try (Firefox firefox = Firefox.start(folder)) {
      firefox.open(app.page("sign-in"));
      firefox.fill("User name or mail address", person.name());
      firefox.fill("Password", person.password());
      firefox.click("button", "Sign in");
      firefox.expectHeading("2FA Settings");
      TestKey key = createKey(firefox);

      firefox.open(app.page("security/two-factor"));
      firefox.click("switch", KeySwitch.nameOf(key));
      firefox.expectHeading("Choose how to confirm");
      firefox.click("button", "2FA App");
      firefox.expectHeading("Set up your 2FA app");
      Authenticator phone = new Authenticator(firefox.text("#setup-key").orElseThrow());
      firefox.fill("Code from the app", phone.code());
      firefox.click("button", "Confirm");
      firefox.expectHeading("Choose actions");
      firefox.click("button", "Confirm");
      firefox.expectHeading("Congratulations");

      assertEquals("EAPI:Invalid signature", api.call(key, "Balance").send().error());
      ApiAnswer with = api.call(key, "Balance").otp(phone.code()).send();
      assertTrue(with.result().containsKey("ZUSD"), with.text());
      firefox.click("link", "2FA Settings");
      firefox.expectHeading("2FA Settings");
      String isOn = "document.querySelector('[role=switch]').getAttribute('aria-checked')";
      assertEquals("true", firefox.evaluate(isOn).getAsString());
    }
  }

  private static TestKey createKey(Firefox firefox) {
    String description = "Bot in the other browser";
    firefox.click("link", "API keys");
    firefox.expectHeading("API keys");
    firefox.click("link", "Create API key");
    firefox.expectHeading("Create API key");
    firefox.fill("Description", description);
    firefox.click("checkbox", "Query funds");
    firefox.click("button", "Create key");
    firefox.expectHeading("“" + description + "” was created");
    return new TestKey(
        description,
        firefox.text("#public-key").orElseThrow(),
        firefox.text("#secret").orElseThrow());
  }
}
