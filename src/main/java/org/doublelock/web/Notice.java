package org.doublelock.web;

import jakarta.inject.Named;
import jakarta.mvc.RedirectScoped;
import java.io.Serializable;

/** What the last action did, in words, shown once on the page that follows it. */
@Named("notice")
@RedirectScoped
public class Notice implements Serializable {

  private static final long serialVersionUID = 1L;

  private String key;
  private String subject;

  /**
   * @param messageKey a message with at most one argument
   * @param subject the argument, such as the description of the key that was changed
   */
  public void say(String messageKey, String subject) {
    this.key = messageKey;
    this.subject = subject;
  }

  public String getKey() {
    return key;
  }

  public String getSubject() {
    return subject;
  }
}
