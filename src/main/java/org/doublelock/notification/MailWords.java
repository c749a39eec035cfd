package org.doublelock.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.doublelock.account.BearerToken;
import org.doublelock.edge.PublicUrl;
import org.doublelock.web.look.AppName;
import org.doublelock.web.message.DeployedMessages;

/** The words of mails, in the language of whoever reads them. */
@ApplicationScoped
class MailWords {

  private DeployedMessages messages;
  private AppName appName;
  private PublicUrl publicUrl;

  protected MailWords() {
    // for the CDI proxy
  }

  @Inject
  MailWords(DeployedMessages messages, AppName appName, PublicUrl publicUrl) {
    this.messages = messages;
    this.appName = appName;
    this.publicUrl = publicUrl;
  }

  /**
   * @param language a code; in English where there is no such language
   */
  String text(String language, String key, Object... arguments) {
    return messages.catalogue().text(Locale.forLanguageTag(language), key, arguments);
  }

  /** What the installation calls itself. */
  String appName(String language) {
    return appName.in(language);
  }

  /** Date and time to the second, in UTC, alike on every Java: their own forms differ. */
  String time(String language, Instant instant) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.forLanguageTag(language))
            .format(instant.atOffset(ZoneOffset.UTC))
        + " UTC";
  }

  /** The absolute address of a page of ours. */
  String address(String path) {
    return publicUrl.link(path).map(URI::toString).orElseThrow();
  }

  /** The same of one that a token opens. */
  String address(String path, BearerToken token) {
    return address(path + "?token=" + token.read());
  }
}
