package org.doublelock.otp;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as one SVG path, drawn by the page itself: no image request carries the secret.
 *
 * @param size the width and height in modules, the quiet zone of four modules included
 * @param path the {@code d} attribute of the dark modules' path
 */
public record QrPicture(int size, String path) {

  private static final int QUIET_ZONE = 4;

  /** At most this many pixels wide: a camera reads it, and the field for the code fits under it. */
  private static final int COMFORTABLE = 300;

  public static QrPicture of(String text) {
    Map<EncodeHintType, Object> hints =
        Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.MARGIN,
            QUIET_ZONE);
    try {
      BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
      return new QrPicture(modules.getWidth(), draw(modules));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("too long for a QR code", tooLong);
    }
  }

  /** The width and height to draw it in: modules of whole pixels, since uneven ones mislead. */
  public int pixels() {
    return size * Math.max(1, COMFORTABLE / size);
  }

  private static String draw(BitMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int run = darkRun(modules, x, y);
        if (run > 0) {
          path.append('M').append(x).append(' ').append(y);
          path.append('h').append(run).append("v1h-").append(run).append('z');
          x += run;
        }
      }
    }
    return path.toString();
  }

  private static int darkRun(BitMatrix modules, int x, int y) {
    int end = x;
    while (end < modules.getWidth() && modules.get(end, y)) {
      end++;
    }
    return end - x;
  }
}
