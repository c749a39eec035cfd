package org.doublelock.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last mails in memory, for the page that shows them in a demo. */
@ApplicationScoped
public class ShownMails implements MailTransport {

  private static final int MAX = 50;

  private final Deque<MailText> mails = new ArrayDeque<>();

  @Override
  public synchronized void deliver(MailText mail) {
    mails.addFirst(mail);
    if (mails.size() > MAX) {
      mails.removeLast();
    }
  }

  /** The newest first. */
  public synchronized List<MailText> all() {
    return List.copyOf(mails);
  }
}
