package org.doublelock.web.form;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.security.SecureRandom;

/** What the tokens of a browser session's forms are made from. Nobody outside sees it. */
@SessionScoped
public class FormSecret implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LENGTH = 32;

  private final byte[] bytes = random();

  byte[] read() {
    return bytes.clone();
  }

  private static byte[] random() {
    byte[] made = new byte[LENGTH];
    RANDOM.nextBytes(made);
    return made;
  }
}
