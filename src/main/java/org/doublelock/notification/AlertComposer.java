package org.doublelock.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.BearerToken;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.activity.EventDetail;
import org.doublelock.activity.EventKind;
import org.doublelock.mail.Composer;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.MailText;
import org.doublelock.mail.QueuedMail;

/** Says what happened to an account, when and from where, and how to stop it. */
@Stateless
public class AlertComposer implements Composer {

  @Inject private MailWords words;
  @Inject private MailedLinks links;
  @Inject private Accounts accounts;
  @Inject private AccountFactors factors;

  public AlertComposer() {
    // for the container
  }

  AlertComposer(MailWords words, MailedLinks links, Accounts accounts, AccountFactors factors) {
    this.words = words;
    this.links = links;
    this.accounts = accounts;
    this.factors = factors;
  }

  @Override
  public boolean composes(QueuedMail mail) {
    return mail.kind() == MailKind.ALERT && EventKind.of(mail.event()).isPresent();
  }

  @Override
  public Optional<MailText> compose(QueuedMail mail, Instant now) {
    return mail.account()
        .map(AccountId::new)
        .flatMap(accounts::find)
        .map(
            account ->
                new MailText(mail.recipient(), subject(mail), body(mail, account.userName(), now)));
  }

  private String subject(QueuedMail mail) {
    String language = mail.language();
    return words.text(language, "mail.subject", words.appName(language), happened(mail));
  }

  private String body(QueuedMail mail, String userName, Instant now) {
    String language = mail.language();
    EventKind kind = EventKind.of(mail.event()).orElseThrow();
    List<String> parts = new ArrayList<>();
    parts.add(happened(mail) + ".");
    parts.add(facts(mail, userName));
    if (Alert.takesSignInFactor(kind) && !factors.areOn(account(mail))) {
      parts.add(words.text(language, "mail.sign-in-factors-off"));
    }
    if (kind == EventKind.TWO_FACTOR_OFF_BEGUN) {
      parts.add(words.text(language, "mail.stop"));
      parts.add(words.address("/stop", link(mail, LinkPurpose.STOP_REMOVAL, now)));
    }
    if (kind == EventKind.SIGN_IN_CODES_HELD_BACK) {
      parts.add(words.text(language, "mail.codes-held-back"));
    }
    if (kind == EventKind.ADDRESS_CHANGE_ASKED) {
      parts.add(words.text(language, "mail.address-asked"));
    }
    if (kind == EventKind.LEASE_ASKED && mail.apiKey().isPresent()) {
      parts.add(words.text(language, "mail.unlock"));
      parts.add(words.address("/api-keys/" + mail.apiKey().get() + "/unlock"));
    }
    if (Alert.isRule(kind)) {
      parts.add(words.text(language, "mail.required"));
      mail.apiKey()
          .map(key -> "/api-keys/" + key + "/second-factor/enrolment")
          .ifPresent(page -> parts.add(words.address(page)));
    } else {
      parts.add(words.text(language, "mail.was-you"));
    }
    if (Alert.offersFreeze(kind)) {
      String what = mail.apiKey().isPresent() ? "mail.freeze-key" : "mail.freeze-account";
      parts.add(words.text(language, what));
      parts.add(words.address("/freeze", link(mail, LinkPurpose.FREEZE, now)));
    }
    parts.add(words.text(language, "mail.footer", words.appName(language), words.address("/")));
    return String.join("\n\n", parts) + "\n";
  }

  private String facts(QueuedMail mail, String userName) {
    String language = mail.language();
    List<String> facts = new ArrayList<>();
    facts.add(words.text(language, "mail.account", userName));
    if (!mail.detail().isEmpty()) {
      String name = mail.apiKey().isPresent() ? "mail.key" : "mail.detail";
      EventDetail told = EventDetail.of(mail.event(), mail.detail());
      facts.add(words.text(language, name, told.name()));
      told.required()
          .ifPresent(
              from ->
                  facts.add(
                      words.text(language, "mail.required-from", words.time(language, from))));
      facts.addAll(new UnlockedFacts(words, language).of(told));
    }
    facts.add(words.text(language, "mail.when", words.time(language, mail.at())));
    if (!mail.origin().address().isEmpty()) {
      facts.add(words.text(language, "mail.from", mail.origin().address()));
    }
    if (!mail.origin().browser().isEmpty()) {
      facts.add(words.text(language, "mail.browser", mail.origin().browserName()));
    }
    return String.join("\n", facts);
  }

  private String happened(QueuedMail mail) {
    return words.text(mail.language(), "event." + mail.event());
  }

  private BearerToken link(QueuedMail mail, LinkPurpose purpose, Instant now) {
    MailedLink link = MailedLink.of(purpose, account(mail), mail.language());
    return links.issue(link.about(mail.apiKey()), now);
  }

  private static AccountId account(QueuedMail mail) {
    return new AccountId(mail.account().orElseThrow());
  }
}
