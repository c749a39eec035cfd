#!/usr/bin/env bash
# @nuintun/qrcode 5.0.3: Greek or Polish letters are written as question marks, and a question mark begins a URI's
# query.
#
# One would guess UTF-8, or an error, where a text does not fit the encoding that was chosen. Its Byte segment takes
# ISO 8859-1 unless told otherwise and writes "?" for each letter that is not in it. In an otpauth URI that cuts the
# label off and glues the rest of it to the first parameter's name, so there is no parameter `secret`. Its own reader
# takes UTF-8 without a mark for ISO 8859-1.
#
# Why it matters: the QR code reads perfectly and no app can add the account. Percent-encode labels before encoding,
# or name Charset.UTF_8.
#
# Seen on 2026-11-28 with the versions below, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . @nuintun/qrcode@5.0.3 jsqr@1.4.0

cat > probe.mjs <<'JS'
import { Byte, Charset, Encoder } from '@nuintun/qrcode';
import jsQR from 'jsqr';

for (const [label, charset] of [['ACME:john'], ['Τράπεζα:john'], ['Wrocław:john'], ['Τράπεζα:john', Charset.UTF_8]]) {
  const uri = `otpauth://totp/${label}?secret=JBSWY3DPEHPK3PXP`;
  const code = new Encoder({ level: 'M' }).encode(charset ? new Byte(uri, charset) : new Byte(uri));
  const [scale, quiet] = [4, 4];
  const width = (code.size + 2 * quiet) * scale;
  const data = new Uint8ClampedArray(width * width * 4).map((_, i) => {
    const x = Math.floor(((i >> 2) % width) / scale) - quiet;
    const y = Math.floor((i >> 2) / width / scale) - quiet;
    const dark = x >= 0 && y >= 0 && x < code.size && y < code.size && code.get(x, y);
    return i % 4 === 3 || !dark ? 255 : 0;
  });
  const text = jsQR(data, width, width).data;
  console.log(`${label}${charset ? ', UTF_8' : ''}: ${text}; secret: ${new URL(text).searchParams.get('secret')}`);
}
JS

cat > expected <<'TXT'
ACME:john: otpauth://totp/ACME:john?secret=JBSWY3DPEHPK3PXP; secret: JBSWY3DPEHPK3PXP
Τράπεζα:john: otpauth://totp/???????:john?secret=JBSWY3DPEHPK3PXP; secret: null
Wrocław:john: otpauth://totp/Wroc?aw:john?secret=JBSWY3DPEHPK3PXP; secret: null
Τράπεζα:john, UTF_8: otpauth://totp/Τράπεζα:john?secret=JBSWY3DPEHPK3PXP; secret: JBSWY3DPEHPK3PXP
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
