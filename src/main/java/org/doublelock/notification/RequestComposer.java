package org.doublelock.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.account.mailedlink.MailedLink;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.password.PasswordReset;
import org.doublelock.account.registration.Registration;
import org.doublelock.mail.Composer;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.MailText;
import org.doublelock.mail.QueuedMail;

/**
 * Answers, by mail alone, whoever asked for an account, another address or another password. Here
 * it shows which accounts there are, where nobody who asked can see or time it.
 */
@Stateless
public class RequestComposer implements Composer {

  private static final Set<MailKind> KINDS =
      EnumSet.of(MailKind.REGISTRATION, MailKind.ADDRESS_CONFIRMATION, MailKind.PASSWORD_RESET);

  @Inject private MailWords words;
  @Inject private MailedLinks links;
  @Inject private Registration registration;
  @Inject private PasswordReset resets;
  @Inject private MailAddresses addresses;

  public RequestComposer() {
    // for the container
  }

  RequestComposer(
      MailWords words,
      MailedLinks links,
      Registration registration,
      PasswordReset resets,
      MailAddresses addresses) {
    this.words = words;
    this.links = links;
    this.registration = registration;
    this.resets = resets;
    this.addresses = addresses;
  }

  @Override
  public boolean composes(QueuedMail mail) {
    return KINDS.contains(mail.kind());
  }

  @Override
  public Optional<MailText> compose(QueuedMail mail, Instant now) {
    if (mail.kind() == MailKind.REGISTRATION) {
      return MailAddress.parse(mail.recipient()).flatMap(to -> register(mail, to, now));
    }
    if (mail.kind() == MailKind.ADDRESS_CONFIRMATION) {
      return MailAddress.parse(mail.recipient()).flatMap(to -> confirm(mail, to, now));
    }
    return reset(mail, now);
  }

  private Optional<MailText> register(QueuedMail mail, MailAddress to, Instant now) {
    MailedLink link = MailedLink.registration(to, mail.language());
    if (links.areEnough(link, mail.id(), now)) {
      return Optional.empty();
    }
    // one is made for an account that there is too, to be counted; nobody gets its token
    BearerToken token = links.issue(link, mail.id(), now);
    return Optional.of(
        registration.isTaken(to)
            ? text(mail, to, "mail.registration-known", words.address("/forgotten-password"))
            : text(mail, to, "mail.registration", words.address("/register/confirm", token)));
  }

  private Optional<MailText> confirm(QueuedMail mail, MailAddress to, Instant now) {
    AccountId account = new AccountId(mail.account().orElseThrow());
    MailedLink link = MailedLink.of(LinkPurpose.ADDRESS, account, mail.language()).to(to);
    if (!addresses.isAskedBy(account, mail.id()) || links.areEnough(link, mail.id(), now)) {
      return Optional.empty();
    }
    String address = words.address("/mail-address/confirm", links.issue(link, mail.id(), now));
    return Optional.of(text(mail, to, "mail.address", address));
  }

  private Optional<MailText> reset(QueuedMail mail, Instant now) {
    return resets
        .meant(mail.recipient())
        .flatMap(
            account ->
                addresses
                    .of(account.id())
                    .flatMap(found -> reset(mail, account.id(), found.address(), now)));
  }

  private Optional<MailText> reset(
      QueuedMail mail, AccountId account, MailAddress to, Instant now) {
    MailedLink link = MailedLink.of(LinkPurpose.PASSWORD_RESET, account, mail.language());
    if (links.areEnough(link, mail.id(), now)) {
      return Optional.empty();
    }
    BearerToken token = links.issue(link, mail.id(), now);
    String address = words.address("/forgotten-password/confirm", token);
    return Optional.of(text(mail, to, "mail.reset", address));
  }

  private MailText text(QueuedMail mail, MailAddress to, String key, String address) {
    String language = mail.language();
    String name = words.appName(language);
    return new MailText(
        to.text(),
        words.text(language, key + ".subject", name),
        String.join(
                "\n\n",
                words.text(language, key + ".lead", name),
                address,
                words.text(language, key + ".not-you"),
                words.text(language, "mail.footer", name, words.address("/")))
            + "\n");
  }
}
