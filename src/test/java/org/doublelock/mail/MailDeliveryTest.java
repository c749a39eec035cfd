package org.doublelock.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.Transactions;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue of mails, on a database and with an SMTP server of each test's own. */
class MailDeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String ADDRESS = "anna@example.com";

  private Instant time = NOW;
  private GreenMail server;
  private Transactions transactions;
  private final MailMetrics metrics = new MailMetrics();

  @BeforeEach
  void open() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    transactions = new Transactions(database);
  }

  @AfterEach
  void close() {
    transactions.close();
    server.stop();
  }

  @Test
  void a_queued_mail_is_sent_once() throws Exception {
    int port = port();
    queue(port, ADDRESS);
    tick(port);
    tick(port);
    MimeMessage[] sent = server.getReceivedMessages();
    assertEquals(1, sent.length);
    assertEquals("Für Anna", sent[0].getSubject());
    assertEquals(ADDRESS, sent[0].getAllRecipients()[0].toString());
    assertEquals("doublelock@example.com", sent[0].getFrom()[0].toString());
    assertEquals("auto-generated", sent[0].getHeader("Auto-Submitted")[0]);
    String id = sent[0].getMessageID();
    assertTrue(id.matches("<[0-9a-f-]{36}@lock\\.example>"), id);
    assertTrue(sent[0].getContent().toString().contains("Straße"));
    assertEquals(0, waiting(port));
    assertEquals(1, metrics.times(MailMetrics.SENT));
  }

  @Test
  void a_server_that_is_down_delays_and_loses_nothing() {
    int port = port();
    server.stop();
    queue(port, ADDRESS);
    queue(port, "bert@example.com");
    tick(port);
    assertEquals(2, waiting(port));
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    time = NOW.plusSeconds(29);
    tick(port);
    assertEquals(1, server.getReceivedMessages().length, "what was tried waits half a minute");
    time = NOW.plusSeconds(30);
    tick(port);
    assertEquals(2, server.getReceivedMessages().length);
    assertEquals(0, waiting(port));
  }

  @Test
  void the_wait_doubles_up_to_an_hour_and_ends_after_three_days() {
    assertEquals(Duration.ofSeconds(30), Outbox.wait(1));
    assertEquals(Duration.ofMinutes(1), Outbox.wait(2));
    assertEquals(Duration.ofHours(1), Outbox.wait(9));
    assertEquals(Duration.ofHours(1), Outbox.wait(1000));
    int port = port();
    server.stop();
    queue(port, ADDRESS);
    time = NOW.plus(Duration.ofDays(3)).minusMillis(1);
    tick(port);
    assertEquals(1, waiting(port));
    time = NOW.plus(Duration.ofDays(4));
    tick(port);
    assertEquals(0, waiting(port));
    assertEquals(1, metrics.times(MailMetrics.POSTPONED));
    assertEquals(1, metrics.times(MailMetrics.GIVEN_UP));
    assertEquals(0, metrics.times(MailMetrics.SENT));
  }

  @Test
  void two_nodes_do_not_send_the_same() {
    int port = port();
    queue(port, ADDRESS);
    UUID id = transactions.in(() -> outbox(port).due(NOW, 10)).get(0);
    assertTrue(transactions.in(() -> outbox(port).take(id, NOW)).isPresent());
    assertFalse(transactions.in(() -> outbox(port).take(id, NOW)).isPresent());
    Instant later = NOW.plus(Outbox.LEASE);
    assertTrue(
        transactions.in(() -> outbox(port).take(id, later)).isPresent(),
        "the first node has ended in the middle");
  }

  @Test
  void nothing_is_said_to_a_server_without_tls_that_is_to_have_it() {
    int port = port();
    queue(port, ADDRESS);
    delivery(settings(port, SmtpSecurity.STARTTLS)).sendDue();
    assertEquals(0, server.getReceivedMessages().length);
    assertEquals(1, waiting(port));
  }

  @Test
  void what_nobody_has_to_be_told_is_forgotten() {
    int port = port();
    queue(port, "nobody");
    tick(port);
    assertEquals(0, server.getReceivedMessages().length);
    assertEquals(0, waiting(port));
  }

  @Test
  void one_that_only_a_newer_release_knows_waits_for_its_nodes_and_stops_no_other() {
    int port = port();
    queue(port, "bert@example.com");
    transactions.in(
        () ->
            transactions
                .entities()
                .createQuery("update QueuedMailRow m set m.kind = 'postcard'")
                .executeUpdate());
    time = NOW.plusMillis(1);
    queue(port, ADDRESS);
    tick(port);
    assertEquals(1, server.getReceivedMessages().length);
    assertEquals(1, waiting(port));
    assertEquals(1, metrics.times(MailMetrics.POSTPONED));
    tick(port);
    assertEquals(1, metrics.times(MailMetrics.POSTPONED), "later, as one that failed");
  }

  @Test
  void where_no_mail_is_sent_none_is_queued() {
    MailSettings off = new MailSettings(Optional.empty(), Optional.empty());
    queue(new Outbox(transactions.entities(), off, clock()), ADDRESS);
    assertEquals(0, waiting(port()));
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private void queue(int port, String recipient) {
    queue(outbox(port), recipient);
  }

  private void queue(Outbox outbox, String recipient) {
    transactions.in(
        () -> {
          outbox.queue(
              QueuedMail.asked(MailKind.PASSWORD_RESET, Optional.empty(), recipient, "de", NOW));
          return null;
        });
  }

  private void tick(int port) {
    delivery(settings(port, SmtpSecurity.NONE)).sendDue();
  }

  private long waiting(int port) {
    return transactions.in(() -> outbox(port).waiting());
  }

  private Outbox outbox(int port) {
    return new Outbox(transactions.entities(), settings(port, SmtpSecurity.NONE), clock());
  }

  private MailDelivery delivery(MailSettings settings) {
    return new MailDelivery(
        new OutboxInTransactions(transactions, settings, clock()),
        settings,
        new OnlyAddresses(),
        metrics,
        clock());
  }

  private static MailSettings settings(int port, SmtpSecurity security) {
    return new MailSettings(
        Optional.of(
            new SmtpServer(
                "127.0.0.1",
                port,
                security,
                Optional.empty(),
                Optional.empty(),
                "doublelock@example.com",
                "lock.example")),
        Optional.empty());
  }

  private Clock clock() {
    return new Clock() {
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
    };
  }

  /** Writes to what is an address. */
  private static final class OnlyAddresses implements Composer {

    @Override
    public boolean composes(QueuedMail mail) {
      return mail.kind() == MailKind.PASSWORD_RESET;
    }

    @Override
    public Optional<MailText> compose(QueuedMail mail, Instant now) {
      return Optional.of(mail.recipient())
          .filter(SmtpServer::isAddress)
          .map(to -> new MailText(to, "Für Anna", "Über die Straße\n"));
    }
  }
}
