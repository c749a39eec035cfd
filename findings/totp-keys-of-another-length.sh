#!/usr/bin/env bash
# Keys of another length than the hash: otplib 12 and node-otp repeat or cut them, so their codes are nobody else's.
#
# One would guess that HMAC takes a key as it is, as RFC 6238 says, so that all libraries agree for any key. node-otp
# 1.2.3 repeats or cuts each key to the hash's length, and its totp() takes SHA-512 where nothing is said (its hotp()
# SHA-1). otplib 12.0.1 repeats a short one, but compares bytes with hex digits while doing so: 20 bytes with SHA-256
# come out right, 20 bytes with SHA-512 or 10 with SHA-256 wrong. otplib 13.5.0 agrees with the RFC, and refuses keys
# below 16 bytes.
#
# Why it matters: a code is refused and nothing tells why. Keys of 20 bytes with SHA-1 are the one choice that all of
# them share, and keys of 10 bytes, as many services hand out, are refused by a client that moves from otplib 12 to
# 13.
#
# Seen on 2026-11-28 with the versions below, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . node-otp@1.2.3 otplib12@npm:otplib@12.0.1 otplib13@npm:otplib@13.5.0 otpauth@9.5.2

cat > probe.mjs <<'JS'
import { createHmac } from 'node:crypto';
import { Secret } from 'otpauth';
import nodeOtp from 'node-otp';
import otplib12 from 'otplib12';
import { generate } from 'otplib13';

const time = 1234567890;
function rfc(key, hash) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30)));
  const mac = createHmac(hash, key).update(counter).digest();
  return String((mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff) % 1e6).padStart(6, '0');
}
for (const length of [10, 20, 32, 64]) {
  for (const hash of ['sha1', 'sha256', 'sha512']) {
    const key = Buffer.from('0123456789'.repeat(7)).subarray(0, length);
    const base32 = new Secret({ buffer: new Uint8Array(key).buffer }).base32;
    const right = rfc(key, hash);
    const say = (code) => (code === right ? 'right' : 'wrong');
    const newest = await generate({ secret: base32, algorithm: hash, epoch: time }).then(say, () => 'refused');
    console.log(`${length} bytes, ${hash}: otplib 12 ${say(otplib12.authenticator.clone({ epoch: time * 1000, algorithm: hash }).generate(base32))},`
      + ` otplib 13 ${newest}, node-otp ${say(nodeOtp.totp({ secret: key, time, hmacAlgorithm: hash }))}`);
  }
}
const key = Buffer.from('0123456789'.repeat(2));
console.log(`node-otp, no hash named: totp as SHA-1 ${nodeOtp.totp({ secret: key, time }) === rfc(key, 'sha1')}`);
JS

cat > expected <<'TXT'
10 bytes, sha1: otplib 12 right, otplib 13 refused, node-otp wrong
10 bytes, sha256: otplib 12 wrong, otplib 13 refused, node-otp wrong
10 bytes, sha512: otplib 12 wrong, otplib 13 refused, node-otp wrong
20 bytes, sha1: otplib 12 right, otplib 13 right, node-otp right
20 bytes, sha256: otplib 12 right, otplib 13 right, node-otp wrong
20 bytes, sha512: otplib 12 wrong, otplib 13 right, node-otp wrong
32 bytes, sha1: otplib 12 right, otplib 13 right, node-otp wrong
32 bytes, sha256: otplib 12 right, otplib 13 right, node-otp right
32 bytes, sha512: otplib 12 right, otplib 13 right, node-otp wrong
64 bytes, sha1: otplib 12 right, otplib 13 right, node-otp wrong
64 bytes, sha256: otplib 12 right, otplib 13 right, node-otp wrong
64 bytes, sha512: otplib 12 right, otplib 13 right, node-otp right
node-otp, no hash named: totp as SHA-1 false
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
