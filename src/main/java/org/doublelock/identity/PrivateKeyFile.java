package org.doublelock.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in a file as {@code openssl} writes it: PKCS #8 in PEM (RFC 7468, section 10). */
final class PrivateKeyFile {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private PrivateKeyFile() {}

  /**
   * Reads a key of RSA or of an elliptic curve.
   *
   * @throws IllegalArgumentException naming the setting, when there is none in the file
   */
  static PrivateKey read(String setting, Path file) throws IOException {
    Matcher pem = PEM.matcher(Files.readString(file));
    if (!pem.find()) {
      throw new IllegalArgumentException(setting + ": no private key (PKCS #8, PEM) is in " + file);
    }
    PKCS8EncodedKeySpec encoded =
        new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
    for (String kind : List.of("RSA", "EC")) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(encoded);
      } catch (InvalidKeySpecException another) {
        // the next kind may fit
      } catch (NoSuchAlgorithmException never) {
        throw new IllegalStateException(never);
      }
    }
    throw new IllegalArgumentException(setting + ": the key in " + file + " is neither RSA nor EC");
  }
}
