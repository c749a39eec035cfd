package org.doublelock.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Hands mails to an SMTP server, with a limit on every wait.
 *
 * @param site the host that people reach the installation at; ids of mails end in it
 */
record SmtpServer(
    String host,
    int port,
    SmtpSecurity security,
    Optional<String> user,
    Optional<String> password,
    String from,
    String site)
    implements MailTransport {

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");
  private static final String MILLIS_TO_CONNECT = "10000";
  private static final Logger LOG = Logger.getLogger(SmtpServer.class.getName());
  private static final String MILLIS_TO_ANSWER = "20000";

  static boolean isAddress(String text) {
    try {
      return !new InternetAddress(text, true).isGroup() && text.contains("@");
    } catch (AddressException notOne) {
      return false;
    }
  }

  @Override
  public void deliver(MailText mail) throws NotDelivered {
    try {
      Session session = Session.getInstance(properties());
      MimeMessage message = message(session, mail);
      Transport transport = session.getTransport();
      try {
        transport.connect(host, port, user.orElse(null), password.orElse(null));
        transport.sendMessage(message, message.getAllRecipients());
      } finally {
        leave(transport);
      }
    } catch (AddressException noAddress) {
      throw new NotDelivered("the address is not one", noAddress, true);
    } catch (SendFailedException refused) {
      throw new NotDelivered(
          "the SMTP server refuses the address",
          refused,
          refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0);
    } catch (MessagingException failed) {
      throw new NotDelivered("the SMTP server did not take the mail", failed, false);
    }
  }

  /** What the server took is sent, however the two part: it is not to be sent again for that. */
  private static void leave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException impolite) {
      LOG.log(Level.FINE, "the SMTP server did not answer the end", impolite);
    }
  }

  private MimeMessage message(Session session, MailText mail) throws MessagingException {
    MimeMessage message = new Identified(session, idOf(site));
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(new Date());
    // RFC 3834: nobody's absence is to answer it
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  /** Of this mail, among all mails there are (RFC 5322, section 3.6.4). */
  private static String idOf(String site) {
    String domain = ADDRESS.matcher(site).matches() ? "[" + site + "]" : site;
    return "<" + UUID.randomUUID() + "@" + domain + ">";
  }

  /** A mail whose id is not made from the name of the machine, which is nobody's business. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private Properties properties() {
    String protocol = security == SmtpSecurity.TLS ? "smtps" : "smtp";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    set(properties, protocol, "connectiontimeout", MILLIS_TO_CONNECT);
    set(properties, protocol, "timeout", MILLIS_TO_ANSWER);
    set(properties, protocol, "writetimeout", MILLIS_TO_ANSWER);
    set(properties, protocol, "quitwait", "false");
    set(properties, protocol, "auth", String.valueOf(user.isPresent()));
    set(properties, protocol, "ssl.checkserveridentity", "true");
    if (security == SmtpSecurity.STARTTLS) {
      set(properties, protocol, "starttls.enable", "true");
      set(properties, protocol, "starttls.required", "true");
    }
    return properties;
  }

  private static void set(Properties properties, String protocol, String name, String value) {
    properties.setProperty("mail." + protocol + "." + name, value);
  }

  @Override
  public String toString() {
    return "SmtpServer[" + host + ":" + port + "]";
  }
}
