package org.doublelock.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Named;
import java.io.Serializable;
import org.doublelock.account.session.PersonEntered;

/** What the last action did, in words, shown once on the page that follows it. */
@Named("notice")
@SessionScoped
public class Notice implements Serializable {

  private static final long serialVersionUID = 1L;

  private Words words;

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) PersonEntered event) {
    words = null;
  }

  /**
   * @param messageKey a message with at most one argument
   * @param subject the argument, such as the description of the key that was changed
   */
  public void say(String messageKey, String subject) {
    this.words = new Words(messageKey, subject);
  }

  /** What there is to say, which is said then; null when there is nothing. */
  public Words take() {
    Words taken = words;
    words = null;
    return taken;
  }

  /** A message and its argument. */
  public record Words(String key, String subject) implements Serializable {}
}
