#!/usr/bin/env bash
# qrcode-svg 1.1.0: one letter outside ASCII, and the text in the QR code begins with a byte order mark.
#
# One would guess that the reader gets the text that was put in. qrcode-svg writes EF BB BF before any text that has a
# character above 127. Readers differ: jsQR hands the mark on as the first character, so the text does not start with
# "otpauth://" and new URL() has no scheme to find; zbar and @zxing/library drop it.
#
# Why it matters: a URI with an unescaped name works with "ACME" and fails with "Café", in some apps only.
# Percent-encode the label; whoever scans should strip U+FEFF before looking at the text.
#
# Seen on 2026-11-28 with the versions below, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . qrcode-svg@1.1.0 jsqr@1.4.0 @undecaf/zbar-wasm@0.11.0 @zxing/library@0.23.0

cat > probe.mjs <<'JS'
import QRCode from 'qrcode-svg';
import jsQR from 'jsqr';
import { scanImageData } from '@undecaf/zbar-wasm';
import zxing from '@zxing/library';

for (const label of ['ACME', 'Café', 'Caf%C3%A9']) {
  const { modules } = new QRCode({ content: `otpauth://totp/${label}?secret=JBSWY3DPEHPK3PXP`, ecl: 'M' }).qrcode;
  const [size, scale, quiet] = [modules.length, 4, 4];
  const width = (size + 2 * quiet) * scale;
  const grey = new Uint8ClampedArray(width * width).map((_, i) => {
    const x = Math.floor((i % width) / scale) - quiet;
    const y = Math.floor(i / width / scale) - quiet;
    return modules[y]?.[x] ? 0 : 255;
  });
  const data = new Uint8ClampedArray(grey.length * 4).map((_, i) => (i % 4 === 3 ? 255 : grey[i >> 2]));
  const { BinaryBitmap, HybridBinarizer, QRCodeReader, RGBLuminanceSource } = zxing;
  const texts = {
    jsQR: jsQR(data, width, width).data,
    zbar: (await scanImageData({ data, width, height: width }))[0].decode(),
    '@zxing/library': new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, width)))).getText(),
  };
  for (const [reader, text] of Object.entries(texts)) {
    console.log(`${label}, ${reader}: begins with U+${text.charCodeAt(0).toString(16).padStart(4, '0')}, a URL: ${URL.canParse(text)}`);
  }
}
JS

cat > expected <<'TXT'
ACME, jsQR: begins with U+006f, a URL: true
ACME, zbar: begins with U+006f, a URL: true
ACME, @zxing/library: begins with U+006f, a URL: true
Café, jsQR: begins with U+feff, a URL: false
Café, zbar: begins with U+006f, a URL: true
Café, @zxing/library: begins with U+006f, a URL: true
Caf%C3%A9, jsQR: begins with U+006f, a URL: true
Caf%C3%A9, zbar: begins with U+006f, a URL: true
Caf%C3%A9, @zxing/library: begins with U+006f, a URL: true
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
