package org.doublelock.otp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The {@code otpauth:} URI that an authenticator app reads from a QR code (Google Authenticator's
 * key URI format).
 */
public record ProvisioningUri(AppEntry entry, SharedSecret secret) {

  /** The URI; issuer and account are percent-encoded, so that a colon in them divides nothing. */
  public String read() {
    String issuer = encode(entry.issuerInUri());
    return "otpauth://totp/"
        + issuer
        + ":"
        + encode(entry.accountInUri())
        + "?secret="
        + secret.readBase32()
        + "&issuer="
        + issuer
        + "&algorithm=SHA1&digits="
        + OneTimePassword.DIGITS
        + "&period="
        + TimeStep.LENGTH.toSeconds();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
