package org.doublelock.account.session;

import java.time.Instant;
import java.util.UUID;
import org.doublelock.edge.BrowserName;

/**
 * Where someone is signed in.
 *
 * @param browser what the browser called itself, as it was sent
 * @param current whether it is the session of whoever asks
 */
public record OpenSession(
    UUID id,
    String address,
    String browser,
    Instant signedInAt,
    Instant lastActiveAt,
    boolean current) {

  /** The browser and its system in two words, as far as what it called itself tells. */
  public String browserName() {
    return BrowserName.of(browser);
  }
}
