package org.doublelock.mail;

import java.util.List;

/**
 * A mail as its reader sees it, in plain text. It may hold a link that opens something.
 *
 * @param to one address
 * @param subject one line
 */
public record MailText(String to, String subject, String body) {

  /** The body line by line. */
  public List<String> lines() {
    return body.lines().toList();
  }

  @Override
  public String toString() {
    return "MailText[to " + to + "]";
  }
}
