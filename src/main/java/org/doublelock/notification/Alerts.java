package org.doublelock.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.MailSettings;
import org.doublelock.mail.Outbox;
import org.doublelock.mail.QueuedMail;

/**
 * Queues a mail for what an account's holder is to know, in the transaction in which it happens.
 */
@ApplicationScoped
public class Alerts {

  private static final Duration HOUR = Duration.ofHours(1);

  private MailSettings settings;
  private MailAddresses addresses;
  private SecurityEvents events;
  private Outbox outbox;

  protected Alerts() {
    // for the CDI proxy
  }

  @Inject
  public Alerts(
      MailSettings settings, MailAddresses addresses, SecurityEvents events, Outbox outbox) {
    this.settings = settings;
    this.addresses = addresses;
    this.events = events;
    this.outbox = outbox;
  }

  void tell(@Observes SecurityEvent event) {
    if (!settings.isOn() || !Alert.isFor(event.kind())) {
      return;
    }
    addresses
        .of(new AccountId(event.account()))
        .filter(mail -> !Alert.isBounded(event.kind()) || events.tellOnceWithin(HOUR, event))
        .map(
            mail ->
                new QueuedMail(
                    UUID.randomUUID(),
                    MailKind.ALERT,
                    Optional.of(event.account()),
                    event.apiKey(),
                    mail.address().text(),
                    mail.language(),
                    event.kind().code(),
                    event.detail(),
                    event.origin(),
                    event.at()))
        .ifPresent(outbox::queue);
  }
}
