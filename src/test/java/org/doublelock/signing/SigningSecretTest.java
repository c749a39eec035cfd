package org.doublelock.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Test
  void a_new_secret_is_random_and_shown_in_base64() {
    SigningSecret secret = SigningSecret.generate(RANDOM);
    assertNotEquals(secret, SigningSecret.generate(RANDOM));
    assertEquals(88, secret.readBase64().length());
    assertArrayEquals(secret.readBytes(), Base64.getDecoder().decode(secret.readBase64()));
  }

  @Test
  void says_that_it_is_hidden() {
    SigningSecret secret = SigningSecret.generate(RANDOM);
    assertEquals("SigningSecret[hidden]", secret.toString());
    assertEquals(
        "RequestSignature[hidden]", RequestSignature.of(secret, "/", "1", new byte[0]).toString());
  }
}
