#!/usr/bin/env bash
# zxing-wasm 3.1.4: the reader asks a public CDN for the very file that lies in its own package.
#
# One would guess that a package that ships zxing_reader.wasm loads it, from disk in Node.js and from one's own site
# in a browser. By default it fetches it from a CDN's address for its version, in Node.js too, at the first code that
# is read. On a closed network, or under a content security policy without that host, reading ends in "both async and
# sync fetching of the wasm failed".
#
# Why it matters: a page that scans a one-time code's key runs code fetched from a third party at that moment, and
# tests on a developer's machine do not show it. Hand it the file by prepareZXingModule, as the second half does.
#
# Seen on 2026-11-28 with zxing-wasm 3.1.4, Node.js 20.20.2. The script's own fetch refuses, so nothing is asked for.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . zxing-wasm@3.1.4

cat > probe.mjs <<'JS'
import { readFileSync, statSync } from 'node:fs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const file = 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm';
console.log(`in the package: ${statSync(file).isFile()}`);
globalThis.fetch = async (address) => {
  const { protocol, hostname, pathname } = new URL(address);
  console.log(`asked for: ${protocol} another host: ${hostname !== 'localhost'}, ${pathname.split('/').at(-1)}`);
  throw new Error('refused');
};
const white = { data: new Uint8ClampedArray(40 * 40 * 4).fill(255), width: 40, height: 40 };
await readBarcodes(white).catch((failure) => console.log(`read: ${failure.message.slice(0, 57)}`));
prepareZXingModule({ overrides: { wasmBinary: readFileSync(file).buffer } });
console.log(`with the file handed over: ${(await readBarcodes(white)).length} codes found in a white picture`);
JS

cat > expected <<'TXT'
in the package: true
asked for: https: another host: true, zxing_reader.wasm
read: Aborted(both async and sync fetching of the wasm failed).
with the file handed over: 0 codes found in a white picture
TXT
npm ls --depth=0
timeout 60 node probe.mjs 2> warnings | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
