package org.doublelock.mail;

import java.time.Instant;
import java.util.Optional;

/** Writes mails of some kind. Every CDI bean of this type is asked. */
public interface Composer {

  /** A mail that none composes waits for the nodes of a release that has one which does. */
  boolean composes(QueuedMail mail);

  /**
   * The text, in the mail's language, with the links that it offers made for it; empty when there
   * is nothing to send, such as to an address that no account has.
   */
  Optional<MailText> compose(QueuedMail mail, Instant now);
}
