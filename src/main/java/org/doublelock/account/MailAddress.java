package org.doublelock.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.mail.QueuedMail;

/**
 * A mail address: the part of RFC 5321's that people have. Its local part is ASCII, since few
 * servers take another; nothing in it can end a header or begin a second address.
 */
public record MailAddress(String text) {

  private static final String LOCAL = "[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*";
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final String DOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final int LONGEST_LOCAL = 64;

  public MailAddress {
    boolean fits =
        text.length() <= QueuedMail.LONGEST_RECIPIENT && text.indexOf('@') <= LONGEST_LOCAL;
    if (!fits || !text.matches(LOCAL + "@" + DOMAIN)) {
      throw new IllegalArgumentException("not a mail address");
    }
  }

  /** The address that was typed; empty when it cannot be one. */
  public static Optional<MailAddress> parse(String typed) {
    try {
      return Optional.of(
          new MailAddress(Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC)));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** The form that is compared and unique. No server in use tells capitals apart. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }
}
