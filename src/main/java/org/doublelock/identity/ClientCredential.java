package org.doublelock.identity;

import java.security.PrivateKey;

/** How this installation proves at the provider which client it is; neither says what it holds. */
sealed interface ClientCredential {

  /** Sent with what is asked: {@code client_secret_basic} of OpenID Connect Core 1.0, section 9. */
  record SharedSecret(String text) implements ClientCredential {

    @Override
    public String toString() {
      return "a shared secret";
    }
  }

  /**
   * Signs what is asked, and never leaves this machine: {@code private_key_jwt} of the same
   * section.
   *
   * @param key of RSA or of an elliptic curve
   * @param id what the provider calls it; empty where it knows one key alone
   */
  record SigningKey(PrivateKey key, String id) implements ClientCredential {

    @Override
    public String toString() {
      return "a signing key";
    }
  }
}
