package org.doublelock.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import org.doublelock.signing.SigningSecret;
import org.doublelock.vault.SecretVault;

/** Seals signing secrets for the key they belong to, and opens them again. */
@ApplicationScoped
public class SigningSecrets {

  private SecretVault vault;

  protected SigningSecrets() {
    // for the CDI proxy
  }

  @Inject
  public SigningSecrets(SecretVault vault) {
    this.vault = vault;
  }

  String seal(ApiKeyId id, SigningSecret secret) {
    return Base64.getEncoder().encodeToString(vault.seal(secret.readBytes(), boundTo(id)));
  }

  /** The secret that was stored sealed for that key. */
  public SigningSecret open(ApiKeyId id, String sealed) {
    return SigningSecret.fromBytes(vault.open(Base64.getDecoder().decode(sealed), boundTo(id)));
  }

  private static String boundTo(ApiKeyId id) {
    return "api_key.sealed_secret:" + id;
  }
}
