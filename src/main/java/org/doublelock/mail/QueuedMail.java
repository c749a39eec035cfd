package org.doublelock.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.activity.Origin;

/**
 * A mail before it has a text. The text is composed when it is sent: so it can hold a link whose
 * token nobody else ever sees, and whoever asks for a mail waits for no more than one row.
 *
 * @param id its own, alike however often it is tried
 * @param account whom it is about, where that is known
 * @param apiKey the key it is about, if it is one
 * @param recipient an address; for a request, whatever was typed, at most 254 characters
 * @param language a language code
 * @param event what happened, by the code of its kind; empty where the mail is asked for
 * @param detail what it happened to, by the name its owner gave it
 * @param origin where the act or the request came from
 * @param at when it happened or was asked for
 */
public record QueuedMail(
    UUID id,
    MailKind kind,
    Optional<UUID> account,
    Optional<UUID> apiKey,
    String recipient,
    String language,
    String event,
    String detail,
    Origin origin,
    Instant at) {

  /** The most characters that a recipient can have (RFC 5321, 4.5.3.1.3). */
  public static final int LONGEST_RECIPIENT = 254;

  public QueuedMail {
    if (recipient.length() > LONGEST_RECIPIENT) {
      throw new IllegalArgumentException("a recipient has at most 254 characters");
    }
  }

  /** A mail that somebody asks for. */
  public static QueuedMail asked(
      MailKind kind, Optional<UUID> account, String recipient, String language, Instant now) {
    return new QueuedMail(
        UUID.randomUUID(),
        kind,
        account,
        Optional.empty(),
        recipient,
        language,
        "",
        "",
        Origin.none(),
        now);
  }
}
