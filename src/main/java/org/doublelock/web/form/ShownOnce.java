package org.doublelock.web.form;

import jakarta.enterprise.context.RequestScoped;

/**
 * Whether the answer to a form shows what it made and what cannot be seen again, such as a secret.
 * Such a form is carried out once, however often and however late it is sent.
 */
@RequestScoped
public class ShownOnce {

  private boolean shown;

  /**
   * Says that it does. To be called as soon as the thing is made, and before anything is read that
   * can fail: from here on the form is done, whatever becomes of its answer.
   */
  public void mark() {
    shown = true;
  }

  boolean isMarked() {
    return shown;
  }
}
