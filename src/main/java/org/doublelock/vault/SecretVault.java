package org.doublelock.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.eclipse.microprofile.config.Config;

/**
 * Seals secrets for the database and opens them again: authenticated encryption (AES-256-GCM),
 * bound to the row and column that the secret belongs to, so that a ciphertext moved elsewhere does
 * not open.
 */
@ApplicationScoped
public class SecretVault {

  private VaultSettings settings;
  private volatile Keyset keyset;

  protected SecretVault() {
    // for the CDI proxy
  }

  @Inject
  public SecretVault(Config config) {
    this(VaultSettings.from(config));
  }

  public SecretVault(VaultSettings settings) {
    this.settings = settings;
    this.keyset = settings.readKeyset();
  }

  /**
   * Encrypts a secret.
   *
   * @param boundTo what it belongs to, such as {@code api_key.sealed_secret:<id>}
   */
  public byte[] seal(byte[] secret, String boundTo) {
    try {
      return keyset.aead().encrypt(secret, boundTo.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("cannot seal the secret for " + boundTo, failed);
    }
  }

  /**
   * Decrypts what {@link #seal} made for the same owner, with whichever key of the keyset sealed
   * it. A key it does not know may be one that another node has just added: then it looks again.
   *
   * @throws BrokenSeal when it was altered, belongs elsewhere, or the keyset lacks its key
   */
  public byte[] open(byte[] sealed, String boundTo) {
    if (!keyset.knowsKeyOf(sealed)) {
      reload();
    }
    try {
      return keyset.aead().decrypt(sealed, boundTo.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException broken) {
      throw new BrokenSeal(boundTo, broken);
    }
  }

  /** Whether a sealed secret needs no sealing anew: it names the key that seals now. */
  public boolean sealedWithPrimary(byte[] sealed) {
    return keyset.sealedWithPrimary(sealed);
  }

  /** The number of the key that seals now. */
  public long primaryKey() {
    return keyset.primaryId();
  }

  public boolean hasKey(long id) {
    return keyset.hasId(id);
  }

  /** How many keys there are. */
  public int keys() {
    return keyset.size();
  }

  /** Where the keyset comes from, in words for an operator. */
  public String place() {
    return settings.place();
  }

  String primaryPrefix() {
    return keyset.primaryPrefix();
  }

  /** Reads the keyset again, after a rotation. When that fails, the one at hand stays in use. */
  public void reload() {
    keyset = settings.rereadKeyset();
  }
}
