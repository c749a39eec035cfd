package org.doublelock.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs write in the place of base64 is known for what it is. */
class SignatureTextTest {

  private static final String RIGHT =
      "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==";

  private static void assertWritten(SignatureText how, String text) {
    assertEquals(how, SignatureText.of(text));
    assertEquals(Optional.of(RIGHT), SignatureText.asBase64(text));
  }

  @Test
  void each_way_to_write_the_same_bytes_has_its_name() {
    String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(RIGHT));
    assertWritten(SignatureText.BASE64, RIGHT);
    assertWritten(SignatureText.BASE64, RIGHT.replace("=", ""));
    assertWritten(SignatureText.PADDING, RIGHT.substring(0, 87));
    assertWritten(SignatureText.PADDING, RIGHT + "=");
    assertWritten(SignatureText.URL_SAFE, RIGHT.replace('+', '-').replace('/', '_'));
    assertWritten(
        SignatureText.URL_SAFE, RIGHT.replace('+', '-').replace('/', '_').replace("=", ""));
    assertWritten(SignatureText.HEX, hex);
    assertWritten(SignatureText.HEX, hex.toUpperCase(Locale.ROOT));
    assertWritten(SignatureText.BLANKS, RIGHT.substring(0, 76) + "\n" + RIGHT.substring(76));
    assertWritten(SignatureText.BLANKS, RIGHT + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "====", "not base64!", "é", "deadbeef"})
  void what_is_no_signature_is_none(String text) {
    assertEquals(SignatureText.UNKNOWN, SignatureText.of(text));
    assertEquals(Optional.empty(), SignatureText.asBase64(text));
  }
}
