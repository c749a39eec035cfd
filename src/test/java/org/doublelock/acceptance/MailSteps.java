package org.doublelock.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.doublelock.acceptance.Mailbox.Mail;

/** What people do by mail: they ask for one, wait for it, and choose a password by its link. */
abstract class MailSteps {

  static final String PASSWORD = "eleven brown hens on a wall";
  static final String ANOTHER = "twelve brown hens in a barn";

  static void ask(Owner stranger, Mailbox mailbox) {
    stranger.open("sign-in");
    stranger
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Create an account"))
        .click();
    stranger.page().getByLabel("Mail address").fill(mailbox.address());
    stranger.press("Send the mail");
    stranger.expectHeading("Look in your mailbox");
  }

  static void forget(Owner stranger, String name) {
    stranger.open("forgotten-password");
    stranger.page().getByLabel("User name").fill(name);
    stranger.press("Send the mail");
    stranger.expectHeading("Look in your mailbox");
  }

  static Person register(Owner stranger, Mailbox mailbox) {
    ask(stranger, mailbox);
    stranger.page().navigate(mailbox.await(0).link("register/confirm"));
    choose(stranger, PASSWORD, PASSWORD, "Create the account");
    stranger.expectHeading("Sign in");
    return new Person(stranger.app(), mailbox.address(), PASSWORD);
  }

  static void choose(Owner stranger, String password, String again, String button) {
    stranger.page().locator("#password").fill(Secrets.made(password));
    stranger.page().locator("#repeated").fill(again);
    stranger.press(button);
  }

  static Mail awaitSubject(Mailbox mailbox, int from, String words) {
    for (int each = from; ; each++) {
      Mail mail = mailbox.await(each);
      if (mail.subject().contains(words)) {
        return mail;
      }
    }
  }

  static Mail awaitText(Mailbox mailbox, String words) {
    for (int each = 0; ; each++) {
      Mail mail = mailbox.await(each);
      if (mail.text().contains(words)) {
        return mail;
      }
    }
  }
}
