package org.doublelock.acceptance;

/**
 * An API key as its owner copied it from the page.
 *
 * @param description unique in the account
 * @param publicKey what goes into {@code API-Key}
 * @param secret base64
 */
public record TestKey(String description, String publicKey, String secret) {

  public TestKey {
    Secrets.made(secret);
  }

  /** The same key with a secret that is not its own. */
  public TestKey withSecret(String other) {
    return new TestKey(description, publicKey, other);
  }

  /** Another key's name with this secret. */
  public TestKey withPublicKey(String other) {
    return new TestKey(description, other, secret);
  }
}
