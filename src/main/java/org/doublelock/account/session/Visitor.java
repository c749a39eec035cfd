package org.doublelock.account.session;

import java.util.Optional;
import org.doublelock.account.BearerToken;
import org.doublelock.activity.OneLine;

/**
 * Where a request comes from.
 *
 * @param address the caller's network address
 * @param browser what the browser calls itself, cut to 200 characters; empty when it says nothing
 * @param known the token of a browser that someone was signed in with before
 */
public record Visitor(String address, String browser, Optional<BearerToken> known) {

  private static final int MAX_CHARACTERS = 200;

  public Visitor {
    browser = OneLine.of(browser, MAX_CHARACTERS);
  }
}
