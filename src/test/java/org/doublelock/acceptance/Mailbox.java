package org.doublelock.acceptance;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One person's mailbox at the SMTP server of this run, which takes mail for everyone. */
record Mailbox(String address) {

  private static final int TIMEOUT_MILLIS = 60_000;

  /** What a mail says. */
  record Mail(String subject, String text) {

    /** The link in it to a page whose path begins so; its token is a secret. */
    String link(String path) {
      String link =
          text.lines()
              .map(String::strip)
              .filter(line -> line.startsWith("http") && line.contains("/" + path + "?token="))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no link to " + path + " in: " + text));
      Secrets.made(link.substring(link.indexOf('=') + 1));
      return link;
    }
  }

  /** One that nobody has used. */
  static Mailbox anew() {
    return new Mailbox("person-" + UUID.randomUUID() + "@example.com");
  }

  /** What points an application at the server. */
  static Map<String, String> settings() {
    return Map.of(
        "doublelock.mail.smtp.host", "127.0.0.1",
        "doublelock.mail.smtp.port", String.valueOf(Server.RUNNING.getSmtp().getPort()),
        "doublelock.mail.smtp.security", "none",
        "doublelock.mail.from", "doublelock@example.com");
  }

  /** The mail after the first {@code before} ones; waits for it. */
  Mail await(int before) {
    long end = System.nanoTime() + Duration.ofMillis(TIMEOUT_MILLIS).toNanos();
    while (System.nanoTime() < end) {
      List<Mail> mails = all();
      if (mails.size() > before) {
        return mails.get(before);
      }
      Server.RUNNING.waitForIncomingEmail(500, Integer.MAX_VALUE);
    }
    throw new AssertionError("no mail came to " + address + " after " + all());
  }

  /** The link to a page whose path begins so, out of the first mail that has one; waits for it. */
  String awaitLink(String path) {
    for (int each = 0; ; each++) {
      Mail mail = await(each);
      if (mail.text().contains("/" + path + "?token=")) {
        return mail.link(path);
      }
    }
  }

  /** What has come so far, oldest first. */
  List<Mail> all() {
    return Arrays.stream(Server.RUNNING.getReceivedMessages())
        .filter(this::isMine)
        .map(Mailbox::read)
        .toList();
  }

  private boolean isMine(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString().equals(address);
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Mail read(MimeMessage message) {
    try {
      return new Mail(message.getSubject(), message.getContent().toString());
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final class Server {

    static final GreenMail RUNNING =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
      RUNNING.start();
      Runtime.getRuntime().addShutdownHook(new Thread(RUNNING::stop, "mail-server-stop"));
    }
  }
}
