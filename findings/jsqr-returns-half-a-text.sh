#!/usr/bin/env bash
# jsQR 1.4.0: of a QR code with one é in its label it returns the secret alone, or the empty text, as a success.
#
# One would guess that a reader that cannot decode some bytes shows a replacement character, or finds nothing. jsQR
# takes each byte segment for UTF-8, whatever the code says of its encoding, and leaves a segment that is none out of
# the text without a word. lean-qr writes "é" as ISO 8859-1, as the standard's default has it, and the upper-case
# secret as a segment of its own: what is left is the secret, with no otpauth: before it. qrcode-generator writes one
# segment: nothing is left. @zxing/library reads both.
#
# Why it matters: pages that scan a QR code get "found" with half a text. Keep otpauth URIs in ASCII, with the label
# percent-encoded, and such codes cannot be made. Whoever scans should refuse what does not begin with otpauth://.
#
# Seen on 2026-11-28 with the versions below, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . jsqr@1.4.0 lean-qr@2.7.4 qrcode-generator@2.0.4 @zxing/library@0.23.0

cat > probe.js <<'JS'
const jsQR = require('jsqr');
const lean = require('lean-qr');
const generator = require('qrcode-generator');
const { BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } = require('@zxing/library');

function image(size, dark, scale = 5, quiet = 4) {
  const width = (size + 2 * quiet) * scale;
  const grey = new Uint8ClampedArray(width * width).map((_, i) => {
    const x = Math.floor((i % width) / scale) - quiet;
    const y = Math.floor(i / width / scale) - quiet;
    return x >= 0 && y >= 0 && x < size && y < size && dark(x, y) ? 0 : 255;
  });
  const rgba = new Uint8ClampedArray(grey.length * 4).map((_, i) => (i % 4 === 3 ? 255 : grey[i >> 2]));
  return { width, grey, rgba };
}
function read(what, { width, grey, rgba }) {
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, width)));
  const zxing = new QRCodeReader().decode(bitmap, new Map([[DecodeHintType.PURE_BARCODE, true]]));
  console.log(`${what}: jsQR ${JSON.stringify(jsQR(rgba, width, width).data)}`);
  console.log(`${what}: @zxing/library ${JSON.stringify(zxing.getText())}`);
}
const uri = 'otpauth://totp/Café:john?secret=JBSWY3DPEHPK3PXP';
const one = lean.generate(uri);
read('lean-qr', image(one.size, (x, y) => one.get(x, y)));
const two = generator(0, 'M');
two.addData(uri);
two.make();
read('qrcode-generator', image(two.getModuleCount(), (x, y) => two.isDark(y, x)));
JS

cat > expected <<'TXT'
lean-qr: jsQR "JBSWY3DPEHPK3PXP"
lean-qr: @zxing/library "otpauth://totp/Café:john?secret=JBSWY3DPEHPK3PXP"
qrcode-generator: jsQR ""
qrcode-generator: @zxing/library "otpauth://totp/Café:john?secret=JBSWY3DPEHPK3PXP"
TXT
npm ls --depth=0
timeout 60 node probe.js | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
