package org.doublelock.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The pages of an account's holder: help, settings, keys, calls. */
final class HolderTour extends TourSteps {

  HolderTour(Page page, RunningApp app, Consumer<String> stop) {
    super(page, app, stop);
  }

  void pagesOfEverybody() {
    for (String path :
        List.of(
            "help",
            "help?q=code",
            "help?q=xyzzy",
            "help/two-factor",
            "help/lost-device",
            "help/passkeys",
            "help/identity-provider",
            "help/operators",
            "help/clients",
            "help/errors",
            "help/functions",
            "help/functions/AddOrder",
            "help/functions/public/Depth",
            "no-such-page")) {
      open(path);
      stop.accept(path.replace('/', '-').replace("?q=", "-for-"));
    }
  }

  void settings() {
    open("security");
    stop.accept("security");
    open("security/two-factor");
    stop.accept("two-factor");
    open("settings");
    stop.accept("settings");
    open("security/password");
    stop.accept("password");
    submitInVain();
    stop.accept("password-refused");
    open("security/mail-address");
    stop.accept("mail-address");
    submitInVain();
    stop.accept("mail-address-refused");
    open("security/sessions");
    stop.accept("sessions");
    open("security/two-factor");
    page.locator("details.account-menu summary").click();
    stop.accept("account-menu");
  }

  void activity() {
    for (String path : List.of("activity", "activity/calls", "activity/calls?before=0-0")) {
      open(path);
      stop.accept(path.replace('/', '-').replace("?before=0-0", "-empty"));
    }
  }

  void keys(TestKey key) {
    open("api-keys");
    stop.accept("keys");
    open("api-keys?q=xyzzy");
    stop.accept("keys-none-found");
    open("activity?q=xyzzy");
    stop.accept("activity-no-key-found");
    open("test-a-key?q=xyzzy");
    stop.accept("test-a-key-none-found");
    open("api-keys/new");
    stop.accept("new-key");
    submitInVain();
    stop.accept("new-key-refused");
    page.locator("input[name=description]").fill("Tour " + UUID.randomUUID());
    page.locator("input[name=permission]").first().check();
    submit();
    arriveAt("#secret");
    stop.accept("key-shown-once");
    open("api-keys");
    rowOf(key).locator("a").first().click();
    arriveAt("#description");
    stop.accept("key");
    String keyPage = page.url();
    for (String action : List.of("disable", "delete", "roll")) {
      page.navigate(keyPage + "/" + action);
      stop.accept("key-" + action);
    }
    page.locator("#overlap-1").check();
    submitDangerously();
    arriveAt("#secret");
    page.navigate(keyPage);
    stop.accept("key-with-two-secrets");
    page.navigate(keyPage + "/roll");
    stop.accept("key-roll-with-two-secrets");
  }

  void testKey(TestKey key) {
    open("test-a-key");
    stop.accept("test-a-key");
    page.locator("#request").fill("nothing of the kind");
    submitInVain();
    stop.accept("test-a-key-refused");
    page.locator("#key").selectOption(new SelectOption().setLabel(key.description()));
    page.locator("#request")
        .fill(
            String.join(
                "\n",
                "POST /0/private/Balance HTTP/1.1",
                "API-Key: " + key.publicKey(),
                "API-Sign: AAAA",
                "",
                "nonce=" + ApiClient.nextNonce()));
    submit();
    arriveAt("#signature-start");
    stop.accept("test-a-key-report");
  }

  void passkeys() {
    open("security/two-factor");
    stop.accept("two-factor-by-name");
    open("security/passkeys/new");
    page.locator("[data-passkey] button").waitFor();
    stop.accept("passkey-new");
  }
}
