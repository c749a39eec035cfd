package org.doublelock.mail;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.doublelock.schedule.OutageTolerance;

/** Sends what is queued, every few seconds, on every node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class MailDelivery {

  private static final Logger LOG = Logger.getLogger(MailDelivery.class.getName());
  private static final int MAX_AT_ONCE = 50;

  @Inject private Outbox outbox;
  @Inject private MailSettings settings;
  @Inject private ShownMails shown;
  @Inject @Any private Instance<Composer> composers;
  @Inject private MailMetrics metrics;
  @Inject private Clock clock;

  private Supplier<Stream<Composer>> all = () -> composers.stream();

  public MailDelivery() {
    // for the container
  }

  /** Without a container. */
  MailDelivery(
      Outbox outbox, MailSettings settings, Composer composer, MailMetrics metrics, Clock clock) {
    this.outbox = outbox;
    this.settings = settings;
    this.shown = new ShownMails();
    this.all = () -> Stream.of(composer);
    this.metrics = metrics;
    this.clock = clock;
  }

  /** One that is refused leaves the others to be tried; a server that is away is left alone. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, timezone = "UTC")
  public void sendDue() {
    if (!settings.isOn()) {
      return;
    }
    outbox.due(clock.instant(), MAX_AT_ONCE).stream().allMatch(this::takeAndSend);
  }

  /** Whatever is the matter with one of them, the next one is tried, if that can be noted. */
  private boolean takeAndSend(UUID id) {
    try {
      return outbox.take(id, clock.instant()).map(mail -> send(id, mail)).orElse(true);
    } catch (RuntimeException failed) {
      return isPutOff(id, failed);
    }
  }

  /** It is due again by itself where even that cannot be written down. */
  private boolean isPutOff(UUID id, RuntimeException failed) {
    try {
      later(id, failed);
      return true;
    } catch (RuntimeException unwritten) {
      LOG.log(Level.WARNING, "a mail waits, and why cannot be written down", unwritten);
      return false;
    }
  }

  /** Whether it is worth sending another one now. */
  private boolean send(UUID id, QueuedMail mail) {
    try {
      Optional<MailText> text = compose(mail);
      if (text.isPresent()) {
        transport().deliver(text.get());
        metrics.count(MailMetrics.SENT);
      }
      outbox.sent(id);
      return true;
    } catch (NotDelivered failed) {
      if (failed.isForGood()) {
        outbox.sent(id);
        metrics.count(MailMetrics.REFUSED);
        LOG.log(Level.WARNING, "a mail cannot be delivered: {0}", failed.getMessage());
      } else {
        later(id, failed);
      }
      return failed.isForGood();
    }
  }

  private void later(UUID id, Exception failed) {
    boolean again = outbox.failed(id, clock.instant());
    metrics.count(again ? MailMetrics.POSTPONED : MailMetrics.GIVEN_UP);
    LOG.log(
        Level.WARNING,
        again ? "a mail could not be sent yet; it is tried again" : "a mail was given up",
        failed);
  }

  private Optional<MailText> compose(QueuedMail mail) {
    return all.get()
        .filter(composer -> composer.composes(mail))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("only a newer release can write this mail"))
        .compose(mail, clock.instant());
  }

  private MailTransport transport() {
    return settings.server().<MailTransport>map(server -> server).orElse(shown);
  }
}
