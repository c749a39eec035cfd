package org.doublelock.account;

import java.util.Optional;

/**
 * Where a request comes from.
 *
 * @param address the caller's network address
 * @param browser what the browser calls itself, cut to 200 characters; empty when it says nothing
 * @param known the token of a browser that someone was signed in with before
 */
public record Visitor(String address, String browser, Optional<BearerToken> known) {

  private static final int MOST_CHARACTERS = 200;

  public Visitor {
    browser = browser.replaceAll("\\p{Cntrl}", " ").strip();
    if (browser.length() > MOST_CHARACTERS) {
      browser = browser.substring(0, MOST_CHARACTERS);
    }
  }
}
