package org.doublelock.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.doublelock.account.mailedlink.LinkPurpose;
import org.doublelock.mail.Composer;
import org.doublelock.mail.DeliveryOn;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.MailText;
import org.doublelock.mail.QueuedMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails that somebody asks for, while the mail server is away or a node ends: none is lost. */
class MailsAskedForTest extends OneOwner {

  private static final Map<MailKind, LinkPurpose> PURPOSES =
      Map.of(
          MailKind.REGISTRATION, LinkPurpose.REGISTRATION,
          MailKind.ADDRESS_CONFIRMATION, LinkPurpose.ADDRESS,
          MailKind.PASSWORD_RESET, LinkPurpose.PASSWORD_RESET);
  private static final Map<MailKind, String> PAGES =
      Map.of(
          MailKind.REGISTRATION, "/register/confirm",
          MailKind.ADDRESS_CONFIRMATION, "/mail-address/confirm",
          MailKind.PASSWORD_RESET, "/forgotten-password/confirm");

  private Instant time = NOW;
  private GreenMail server;
  private DeliveryOn delivery;
  private RequestComposer composer;

  @BeforeEach
  void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    delivery = new DeliveryOn(transactions, server.getSmtp().getPort(), new Running());
    composer =
        new RequestComposer(
            WORDS,
            links,
            accounts.registration(delivery.outbox()),
            accounts.passwordReset(delivery.outbox()),
            accounts.addresses());
    confirmAddress();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @EnumSource(
      value = MailKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ALERT", "UNKNOWN"})
  void one_that_could_not_be_sent_for_hours_comes_with_a_link_that_works(MailKind kind)
      throws Exception {
    int port = server.getSmtp().getPort();
    server.stop();
    ask(kind);
    awayFor(Duration.ofHours(3));
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    laterBy(Duration.ofHours(1));
    MimeMessage[] sent = server.getReceivedMessages();
    assertEquals(1, sent.length);
    assertEquals(0, delivery.outbox().waiting());
    BearerToken token = token(sent[0].getContent().toString(), PAGES.get(kind)).orElseThrow();
    assertTrue(
        transactions.in(() -> links.find(token, PURPOSES.get(kind), time)).isPresent(),
        "the newest link works");
  }

  @Test
  void asking_again_while_the_server_is_away_brings_three_of_them_and_no_more() {
    int port = server.getSmtp().getPort();
    server.stop();
    for (int times = 0; times < 5; times++) {
      ask(MailKind.PASSWORD_RESET);
    }
    awayFor(Duration.ofHours(1));
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    laterBy(Duration.ofHours(1));
    assertEquals(3, server.getReceivedMessages().length);
    assertEquals(0, delivery.outbox().waiting());
  }

  @Test
  void a_node_that_ends_with_a_mail_in_its_hands_takes_none_of_the_three_away() {
    ask(MailKind.PASSWORD_RESET);
    for (int times = 0; times < 4; times++) {
      assertThrows(NodeEnded.class, () -> delivery.tick(new EndingAfter(inTransaction())));
      time = time.plus(Duration.ofMinutes(3));
    }
    delivery.tick(inTransaction());
    assertEquals(1, server.getReceivedMessages().length);
    assertEquals(0, delivery.outbox().waiting());
  }

  private void ask(MailKind kind) {
    String recipient = kind == MailKind.PASSWORD_RESET ? "anna" : "bert@example.com";
    delivery
        .outbox()
        .queue(QueuedMail.asked(kind, Optional.of(owner.value()), recipient, "en", time));
  }

  /** A node tries as often as it may. */
  private void awayFor(Duration length) {
    Instant end = time.plus(length);
    while (time.isBefore(end)) {
      laterBy(Duration.ofSeconds(30));
    }
  }

  private void laterBy(Duration passed) {
    time = time.plus(passed);
    delivery.tick(inTransaction());
  }

  /** What the container does around it. */
  private Composer inTransaction() {
    return new Composer() {
      @Override
      public boolean composes(QueuedMail mail) {
        return composer.composes(mail);
      }

      @Override
      public Optional<MailText> compose(QueuedMail mail, Instant now) {
        return transactions.in(() -> composer.compose(mail, now));
      }
    };
  }

  /** Ends between composing and sending. */
  private record EndingAfter(Composer composer) implements Composer {
    @Override
    public boolean composes(QueuedMail mail) {
      return composer.composes(mail);
    }

    @Override
    public Optional<MailText> compose(QueuedMail mail, Instant now) {
      assertTrue(composer.compose(mail, now).isPresent());
      throw new NodeEnded();
    }
  }

  private static final class NodeEnded extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final class Running extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return time;
    }
  }
}
