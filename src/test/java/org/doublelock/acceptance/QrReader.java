package org.doublelock.acceptance;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
          .decode(new BinaryBitmap(new HybridBinarizer(picture)))
          .getText();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NotFoundException none) {
      throw new AssertionError("no QR code on the page", none);
    }
  }
}
