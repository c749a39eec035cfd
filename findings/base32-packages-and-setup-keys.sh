#!/usr/bin/env bash
# Setup keys and npm's base32 packages: the two with the plainest names use other alphabets, and two more decode a
# space.
#
# One would guess that a package named base32 speaks RFC 4648, as setup keys do, or refuses a key that it cannot read.
# base32 0.0.7 and base32-encoding 1.0.0 have alphabets of their own and turn a right key into other bytes (the second
# into FF for each capital letter). thirty-two 1.0.2, which otplib 12 uses, and base32.js 0.1.0 read the space between
# groups of four, as keys are often shown, as a letter. Nothing is thrown; hi-base32 and rfc4648 refuse lower case;
# multiformats writes a b in front.
#
# Why it matters: all codes are wrong and the key on the screen is right. Show keys in capitals, and take spaces and
# hyphens out before decoding; a page with a "copy" button should copy the key without them.
#
# Seen on 2026-11-28 with the versions below, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . base32@0.0.7 base32-encoding@1.0.0 thirty-two@1.0.2 base32.js@0.1.0 \
  hi-base32@0.5.1 rfc4648@1.5.4 multiformats@14.0.5 @ctrl/ts-base32@4.2.2

cat > probe.mjs <<'JS'
import base32 from 'base32';
import encoding from 'base32-encoding';
import thirtyTwo from 'thirty-two';
import base32js from 'base32.js';
import hi from 'hi-base32';
import { base32 as rfc } from 'rfc4648';
import { base32 as multi } from 'multiformats/bases/base32';
import { base32Decode, base32Encode } from '@ctrl/ts-base32';

const key = Buffer.from('12345');
const packages = {
  base32: [(bytes) => base32.encode(bytes), (text) => Buffer.from(base32.decode(text), 'latin1')],
  'base32-encoding': [(bytes) => encoding.stringify(bytes), (text) => encoding.parse(text)],
  'thirty-two': [(bytes) => thirtyTwo.encode(bytes), (text) => thirtyTwo.decode(text)],
  'base32.js': [(bytes) => base32js.encode(bytes), (text) => base32js.decode(text)],
  'hi-base32': [(bytes) => hi.encode(bytes), (text) => hi.decode.asBytes(text)],
  rfc4648: [(bytes) => rfc.stringify(bytes), (text) => rfc.parse(text)],
  multiformats: [(bytes) => multi.encode(bytes), (text) => multi.decode(text)],
  '@ctrl/ts-base32': [(bytes) => base32Encode(bytes), (text) => base32Decode(text)],
};
for (const [name, [encode, decode]] of Object.entries(packages)) {
  const read = ['GEZDGNBV', 'gezdgnbv', 'GEZD GNBV'].map((text) => {
    try { return Buffer.from(decode(text)).equals(key) ? 'right' : 'wrong bytes'; } catch { return 'refused'; }
  });
  console.log(`${name}: writes ${encode(key)}; reads GEZDGNBV ${read[0]}, gezdgnbv ${read[1]}, GEZD GNBV ${read[2]}`);
}
JS

cat > expected <<'TXT'
base32: writes 64t36d1n; reads GEZDGNBV wrong bytes, gezdgnbv wrong bytes, GEZD GNBV wrong bytes
base32-encoding: writes 86t58f3p; reads GEZDGNBV wrong bytes, gezdgnbv wrong bytes, GEZD GNBV wrong bytes
thirty-two: writes GEZDGNBV; reads GEZDGNBV right, gezdgnbv right, GEZD GNBV wrong bytes
base32.js: writes GEZDGNBV; reads GEZDGNBV right, gezdgnbv right, GEZD GNBV wrong bytes
hi-base32: writes GEZDGNBV; reads GEZDGNBV right, gezdgnbv refused, GEZD GNBV refused
rfc4648: writes GEZDGNBV; reads GEZDGNBV right, gezdgnbv refused, GEZD GNBV refused
multiformats: writes bgezdgnbv; reads GEZDGNBV refused, gezdgnbv refused, GEZD GNBV refused
@ctrl/ts-base32: writes GEZDGNBV; reads GEZDGNBV right, gezdgnbv right, GEZD GNBV refused
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
