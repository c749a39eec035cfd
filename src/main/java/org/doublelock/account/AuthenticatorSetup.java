package org.doublelock.account;

import java.time.Duration;
import org.doublelock.otp.SharedSecret;

/** An app being added: what it is called, and the secret that it has to take over. */
public record AuthenticatorSetup(String name, SharedSecret secret, boolean replaces) {

  /** From its beginning to the confirmed code; after that it has lapsed. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);
}
