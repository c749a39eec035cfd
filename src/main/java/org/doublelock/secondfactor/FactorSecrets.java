package org.doublelock.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.otp.SharedSecret;
import org.doublelock.vault.SecretVault;

/** Seals shared secrets for the key they belong to, and opens them again. */
@ApplicationScoped
public class FactorSecrets {

  private SecretVault vault;

  protected FactorSecrets() {
    // for the CDI proxy
  }

  @Inject
  public FactorSecrets(SecretVault vault) {
    this.vault = vault;
  }

  String seal(ApiKeyId key, SharedSecret secret) {
    return Base64.getEncoder().encodeToString(vault.seal(secret.readBytes(), boundTo(key)));
  }

  SharedSecret open(ApiKeyId key, String sealed) {
    return SharedSecret.fromBytes(vault.open(Base64.getDecoder().decode(sealed), boundTo(key)));
  }

  /** The second factor that is stored so. */
  public SecondFactor factor(
      ApiKeyId key,
      SecondFactorMethod method,
      String sealedSecret,
      String passwordHash,
      boolean strictCodes,
      Instant since,
      ChosenActions actions) {
    return method == SecondFactorMethod.TOTP
        ? new SecondFactor.Totp(open(key, sealedSecret), strictCodes, since, actions)
        : new SecondFactor.StaticPassword(passwordHash, since, actions);
  }

  private static String boundTo(ApiKeyId key) {
    return "second_factor.sealed_secret:" + key;
  }
}
