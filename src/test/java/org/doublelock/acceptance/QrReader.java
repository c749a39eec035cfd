package org.doublelock.acceptance;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** The camera of a person's phone. */
final class QrReader {

  private QrReader() {}

  /** What the QR code on a screenshot says. */
  static String read(byte[] png) {
    try {
      BufferedImageLuminanceSource picture =
          new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)));
      return new MultiFormatReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(picture)),
              Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.PURE_BARCODE, true))
          .getText();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NotFoundException none) {
      throw new AssertionError("no QR code on the page", none);
    }
  }
}
