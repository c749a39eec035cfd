package org.doublelock.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;

/** The headings of the wizard's steps, and what a person does at each. */
abstract class WizardSteps {

  static final String KEY_PASSWORD = "seven quiet otters rowing";
  static final String CHOOSE = "Choose how to confirm";
  static final String APP = "Set up your 2FA app";
  static final String PASSWORD = "Choose a password for this key";
  static final String ACTIONS = "Choose actions";
  static final String DONE = "Congratulations";

  /** Sends the form of the page by another way, so that the page's own comes second. */
  static void postFirst(Owner owner, String heading, Map<String, String> fields) {
    owner.expectHeading(heading);
    Locator form =
        owner.page().locator("main form", new Page.LocatorOptions().setHas(mainButton(owner)));
    FormData data = FormData.create();
    for (Locator hidden : form.locator("input[type=hidden]").all()) {
      data.set(hidden.getAttribute("name"), hidden.inputValue());
    }
    fields.forEach(data::set);
    owner
        .page()
        .request()
        .post(
            owner.app().page(form.getAttribute("action")).toString(),
            RequestOptions.create().setForm(data).setMaxRedirects(0));
  }

  private static Locator mainButton(Owner owner) {
    return owner.page().locator(".btn-primary, .btn-danger, button[name=method]");
  }

  static Authenticator shown(Owner owner) {
    return new Authenticator(owner.page().locator("#setup-key").textContent());
  }

  static void confirmCode(Owner owner, String code) {
    owner.page().getByLabel("Code from the app").fill(code);
    owner.press("Confirm");
  }

  static void password(Owner owner, String password, String repeated) {
    owner.page().getByLabel("New password for this key").fill(password);
    owner.page().getByLabel("The same password again").fill(repeated);
    owner.press("Confirm");
  }
}
