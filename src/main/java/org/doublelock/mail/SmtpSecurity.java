package org.doublelock.mail;

import java.util.Locale;

/** How the way to the SMTP server is protected. */
enum SmtpSecurity {
  /** TLS begun in the conversation, and nothing said without it (RFC 3207). */
  STARTTLS(587),
  /** TLS from the first byte (RFC 8314). */
  TLS(465),
  /** Nothing: for a server on the same machine. */
  NONE(25);

  private final int usualPort;

  SmtpSecurity(int usualPort) {
    this.usualPort = usualPort;
  }

  int usualPort() {
    return usualPort;
  }

  static SmtpSecurity parse(String setting) {
    try {
      return valueOf(setting.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "doublelock.mail.smtp.security has to be starttls, tls or none", unknown);
    }
  }
}
