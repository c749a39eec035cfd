#!/usr/bin/env bash
# ZXing for Java 3.5.4: with PURE_BARCODE, the hint for clean pictures, a clean QR code is found at half of all widths
# or fewer, and without it at nearly all.
#
# One would guess that the hint helps wherever a code is drawn and not photographed. Such a reader measures one module
# and counts on. Where the width of the picture is no multiple of the modules, as when a browser draws an SVG with crisp
# edges in 18rem, neighbouring modules differ by a pixel, and the count ends in another module. Of the widths from
# three to six pixels a module it reads all multiples, and 85 of 168 others; without the hint all are read. With a
# larger code it is 77 of 204 against 201.
#
# Why it matters: the hint is the well-known cure for codes that the other reader misses. A test of a page then fails
# after a change of the style sheet, with a code that every telephone reads. Try both, or draw whole pixels.
#
# Seen on 2026-11-28 with com.google.zxing:core 3.5.4, Java 17.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=com.google.zxing:core:3.5.4 -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Widths.java <<'JAVA'
import com.google.zxing.*;
import com.google.zxing.common.*;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.*;
import java.util.Map;

class Widths {
  static final int QUIET = 4;

  /** A pixel has the colour of the module in which its middle lies. */
  static RGBLuminanceSource draw(ByteMatrix code, int modules, int width) {
    int[] pixels = new int[width * width];
    for (int i = 0; i < pixels.length; i++) {
      int x = (2 * (i % width) + 1) * modules / (2 * width) - QUIET;
      int y = (2 * (i / width) + 1) * modules / (2 * width) - QUIET;
      boolean isInside = x >= 0 && y >= 0 && x < code.getWidth() && y < code.getWidth();
      pixels[i] = isInside && code.get(x, y) == 1 ? 0xff000000 : 0xffffffff;
    }
    return new RGBLuminanceSource(width, width, pixels);
  }

  static boolean isRead(LuminanceSource picture, String text, Map<DecodeHintType, ?> hints) {
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture)), hints).getText().equals(text);
    } catch (ReaderException missed) {
      return false;
    }
  }

  public static void main(String[] none) throws Exception {
    String uri = "otpauth://totp/ACME%20Co:john@example.com?secret=" + "JBSWY3DPEHPK3PXP".repeat(4) + "&issuer=ACME%20Co";
    for (String text : new String[] {uri, uri + "&digits=6&period=30&algorithm=SHA1&image=https://example.com/a/long/path/of/the/logo.png"}) {
      var code = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      int modules = code.getWidth() + 2 * QUIET;
      int[] read = new int[4];
      for (int width = 3 * modules; width < 6 * modules; width++) {
        var picture = draw(code, modules, width);
        if (isRead(picture, text, Map.of(DecodeHintType.PURE_BARCODE, true))) read[width % modules == 0 ? 0 : 1]++;
        if (isRead(picture, text, null)) read[width % modules == 0 ? 2 : 3]++;
      }
      System.out.println(modules + " modules, PURE_BARCODE: " + read[0] + " of 3 even widths, " + read[1] + " of " + 3 * (modules - 1) + " others");
      System.out.println(modules + " modules, no hint: " + read[2] + " of 3 even widths, " + read[3] + " of " + 3 * (modules - 1) + " others");
    }
  }
}
JAVA

cat > expected <<'TXT'
57 modules, PURE_BARCODE: 3 of 3 even widths, 85 of 168 others
57 modules, no hint: 3 of 3 even widths, 168 of 168 others
69 modules, PURE_BARCODE: 3 of 3 even widths, 77 of 204 others
69 modules, no hint: 3 of 3 even widths, 201 of 204 others
TXT
ls lib
timeout 60 java -cp 'lib/*' Widths.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
