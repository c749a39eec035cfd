package org.doublelock.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.edge.PublicUrl;
import org.eclipse.microprofile.config.Config;

/**
 * How mail leaves: to an SMTP server; or, in a demo, to a page that shows it; or not at all, and
 * then nothing that needs a mail is offered.
 */
@Named("mailSettings")
@ApplicationScoped
public class MailSettings {

  static final String HOST = "doublelock.mail.smtp.host";
  static final String PAGE = "doublelock.mail.page";
  static final String FROM = "doublelock.mail.from";
  private static final String PREFIX = "doublelock.mail.smtp.";

  private Optional<SmtpServer> server;
  private Optional<String> reader;

  protected MailSettings() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalArgumentException naming the setting that is missing or not understood
   */
  @Inject
  public MailSettings(Config config, PublicUrl publicUrl) {
    this.server =
        config
            .getOptionalValue(HOST, String.class)
            .map(host -> server(host, config, publicUrl.base().map(URI::getHost).orElse(host)));
    this.reader = config.getOptionalValue(PAGE, String.class).filter(name -> server.isEmpty());
    if (isOn() && publicUrl.base().isEmpty()) {
      throw new IllegalArgumentException(
          "mails hold links, so with "
              + HOST
              + " or "
              + PAGE
              + " set, "
              + PublicUrl.SETTING
              + " has to be set too");
    }
  }

  MailSettings(Optional<SmtpServer> server, Optional<String> reader) {
    this.server = server;
    this.reader = reader;
  }

  /** Whether mails are sent. */
  public boolean isOn() {
    return server.isPresent() || reader.isPresent();
  }

  /** Whether mails are shown on a page instead, and to the person of that name. */
  public boolean areShownTo(String userName) {
    // not letter by letter, where other letters would count as an i as well
    String asked = userName.toLowerCase(Locale.ROOT);
    return reader.filter(name -> name.toLowerCase(Locale.ROOT).equals(asked)).isPresent();
  }

  Optional<SmtpServer> server() {
    return server;
  }

  private static SmtpServer server(String host, Config config, String site) {
    Optional<String> user = config.getOptionalValue(PREFIX + "user", String.class);
    Optional<String> password = config.getOptionalValue(PREFIX + "password", String.class);
    if (user.isPresent() != password.isPresent()) {
      throw new IllegalArgumentException(
          PREFIX + "user and " + PREFIX + "password are set both or not at all");
    }
    SmtpSecurity security =
        config
            .getOptionalValue(PREFIX + "security", String.class)
            .map(SmtpSecurity::parse)
            .orElse(SmtpSecurity.STARTTLS);
    int port = config.getOptionalValue(PREFIX + "port", Integer.class).orElse(security.usualPort());
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(PREFIX + "port has to be from 1 to 65535");
    }
    String from =
        config
            .getOptionalValue(FROM, String.class)
            .filter(SmtpServer::isAddress)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(FROM + " has to be a mail address, with " + HOST));
    return new SmtpServer(host, port, security, user, password, from, site);
  }
}
