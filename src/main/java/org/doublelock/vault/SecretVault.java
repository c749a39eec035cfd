package org.doublelock.vault;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.eclipse.microprofile.config.Config;

/**
 * Seals secrets for the database and opens them again: authenticated encryption (AES-256-GCM),
 * bound to the row and column that the secret belongs to, so that a ciphertext moved elsewhere does
 * not open.
 */
@ApplicationScoped
public class SecretVault {

  private Aead aead;

  protected SecretVault() {
    // for the CDI proxy
  }

  /**
   * Uses the keyset in {@code doublelock.vault.keyset} (its JSON) or, without that, the one in the
   * file {@code doublelock.vault.keyset-file}, by default {@code keyset.json} in the data
   * directory, which is made when it is missing.
   */
  @Inject
  public SecretVault(Config config) {
    this(
        config
            .getOptionalValue("doublelock.vault.keyset", String.class)
            .map(Keyset::parse)
            .orElseGet(() -> new KeysetFile(file(config)).openOrCreate()));
  }

  SecretVault(Keyset keyset) {
    this.aead = keyset.aead();
  }

  private static Path file(Config config) {
    return config
        .getOptionalValue("doublelock.vault.keyset-file", String.class)
        .map(Path::of)
        .orElseGet(
            () ->
                config
                    .getOptionalValue("doublelock.data.dir", String.class)
                    .map(Path::of)
                    .orElseGet(() -> Path.of(System.getProperty("user.home"), ".doublelock"))
                    .resolve("keyset.json"));
  }

  /**
   * Encrypts a secret.
   *
   * @param boundTo what it belongs to, such as {@code api_key.sealed_secret:<id>}
   */
  public byte[] seal(byte[] secret, String boundTo) {
    try {
      return aead.encrypt(secret, boundTo.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("cannot seal the secret for " + boundTo, failed);
    }
  }

  /**
   * Decrypts what {@link #seal} made for the same owner.
   *
   * @throws BrokenSeal when it was altered, belongs elsewhere, or the keyset lacks its key
   */
  public byte[] open(byte[] sealed, String boundTo) {
    try {
      return aead.decrypt(sealed, boundTo.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException broken) {
      throw new BrokenSeal(boundTo, broken);
    }
  }
}
