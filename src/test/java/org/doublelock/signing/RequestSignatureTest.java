package org.doublelock.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSignatureTest {

  private static final SigningSecret SECRET =
      SigningSecret.fromBytes(
          Base64.getDecoder()
              .decode(
                  "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg=="));
  private static final String PATH = "/0/private/AddOrder";
  private static final String NONCE = "1616492376594";
  private static final byte[] BODY =
      "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"
          .getBytes(StandardCharsets.UTF_8);
  private static final String SIGNATURE =
      "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==";

  @Test
  void is_the_published_one() {
    RequestSignature signature = RequestSignature.of(SECRET, PATH, NONCE, BODY);
    assertEquals(SIGNATURE, signature.toBase64());
    assertTrue(signature.equalsText(SIGNATURE));
  }

  @Property(tries = 200)
  void is_the_plain_computation_over_any_bytes(
      @ForAll @Size(64) byte[] secret, @ForAll byte[] body, @ForAll String path, @ForAll long nonce)
      throws Exception {
    String text = Long.toUnsignedString(nonce);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(secret, "HmacSHA512"));
    mac.update(path.getBytes(StandardCharsets.UTF_8));
    String expected = Base64.getEncoder().encodeToString(mac.doFinal(digest.digest(body)));
    assertEquals(
        expected,
        RequestSignature.of(SigningSecret.fromBytes(secret), path, text, body).toBase64());
  }

  @Test
  void changes_with_any_bit_of_what_is_signed() {
    for (int bit = 0; bit < BODY.length * 8; bit++) {
      byte[] flipped = BODY.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertNotEquals(SIGNATURE, RequestSignature.of(SECRET, PATH, NONCE, flipped).toBase64());
    }
    assertNotEquals(SIGNATURE, RequestSignature.of(SECRET, PATH + "s", NONCE, BODY).toBase64());
    assertNotEquals(SIGNATURE, RequestSignature.of(SECRET, PATH, NONCE + "0", BODY).toBase64());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "====", "not base64!", "null", "é", "4/dpxb3iT4tp"})
  void equals_no_garbage(String sent) {
    assertFalse(RequestSignature.of(SECRET, PATH, NONCE, BODY).equalsText(sent));
  }

  @Test
  void equals_no_other_spelling_of_itself() {
    RequestSignature signature = RequestSignature.of(SECRET, PATH, NONCE, BODY);
    assertFalse(signature.equalsText(SIGNATURE + SIGNATURE));
    assertFalse(signature.equalsText(SIGNATURE.substring(0, SIGNATURE.length() - 1)));
    assertFalse(signature.equalsText(" " + SIGNATURE));
    assertFalse(signature.equalsText(SIGNATURE.replace('+', '-').replace('/', '_')));
    assertFalse(signature.equalsText(SIGNATURE.replace("UQ==", "UR==")));
    assertFalse(signature.equalsText(SIGNATURE + "="));
    assertFalse(signature.equalsText(SIGNATURE.replace("UQ==", "UR")));
  }

  @Test
  void equals_itself_without_the_padding() {
    RequestSignature signature = RequestSignature.of(SECRET, PATH, NONCE, BODY);
    assertTrue(signature.equalsText(SIGNATURE.replace("==", "")));
  }

  @Test
  void a_secret_shows_itself_to_nobody_who_does_not_ask() {
    assertFalse(SECRET.toString().contains(SECRET.readBase64().substring(0, 8)));
    assertThrows(IllegalArgumentException.class, () -> SigningSecret.fromBytes(new byte[63]));
    SigningSecret same = SigningSecret.fromBytes(SECRET.readBytes());
    assertEquals(SECRET, same);
    assertEquals(SECRET.hashCode(), same.hashCode());
    assertNotEquals(SECRET, SigningSecret.generate(new SecureRandom()));
    byte[] copy = SECRET.readBytes();
    copy[0]++;
    assertEquals(SECRET, same, "what was read can be changed without harm");
    assertFalse(RequestSignature.of(SECRET, PATH, NONCE, BODY).toString().contains("4/dp"));
  }

  @Test
  void a_public_key_has_56_characters_of_base64() {
    PublicKey key = PublicKey.generate(new SecureRandom());
    assertEquals(56, key.text().length());
    assertNotEquals(key, PublicKey.generate(new SecureRandom()));
    assertThrows(IllegalArgumentException.class, () -> new PublicKey("short"));
  }
}
