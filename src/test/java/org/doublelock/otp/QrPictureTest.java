package org.doublelock.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {

  private static final int QUIET_ZONE = 4;

  @Test
  void says_what_it_was_made_of() throws Exception {
    String text = "otpauth://totp/Doublelock:é?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    assertEquals(text, decode(QrPicture.of(text)));
  }

  @Test
  void refuses_more_than_fits() {
    assertThrows(IllegalArgumentException.class, () -> QrPicture.of("x".repeat(5000)));
  }

  private static String decode(QrPicture picture) throws Exception {
    int size = picture.size() - 2 * QUIET_ZONE;
    BitMatrix modules = new BitMatrix(size);
    for (MatchResult run :
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z")
            .matcher(picture.path())
            .results()
            .toList()) {
      modules.setRegion(
          Integer.parseInt(run.group(1)) - QUIET_ZONE,
          Integer.parseInt(run.group(2)) - QUIET_ZONE,
          Integer.parseInt(run.group(3)),
          1);
    }
    DecoderResult decoded = new Decoder().decode(modules);
    assertEquals("M", decoded.getECLevel());
    return decoded.getText();
  }
}
