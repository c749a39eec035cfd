#!/usr/bin/env bash
# @passwordless-id/webauthn 2.4.0: one sign-in of 128 with a right passkey is an invalid signature.
#
# One would guess that a library which verifies ES256 takes every right signature, or none of a key. The two numbers of
# a signature are written without zeros in front, so one of them is shorter than 32 bytes in one signature of 128.
# This library counts on 32 bytes each when it takes them apart, and what it puts together is another signature. The
# same passkey, asked again, signs with other numbers and is let in. @simplewebauthn/server 14.0.3 and fido2-lib 3.5.9
# take all.
#
# Why it matters: the user sees a passkey refused and tries again, tests with one recorded answer pass for ever, and a
# lockout that counts failures counts these. Sign a few thousand times in a test, or keep an answer of each length.
#
# Seen on 2026-11-30 with the versions below, Node.js 20.20.2. It signs until there is one signature of each kind; the
# authenticator is this script's, and OpenSSL verifies each signature first.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . @passwordless-id/webauthn@2.4.0 @simplewebauthn/server@14.0.3 fido2-lib@3.5.9

cat > probe.mjs <<'JS'
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { server as passwordless } from '@passwordless-id/webauthn';
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { Fido2Lib } from 'fido2-lib';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const url = (bytes) => Buffer.from(bytes).toString('base64url');
const buffer = (bytes) => new Uint8Array(bytes).buffer;
const origin = 'http://localhost';
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x, y } = publicKey.export({ format: 'jwk' });
const cose = isoCBOR.encode(new Map([[1, 2], [3, -7], [-1, 1],
  [-2, isoBase64URL.toBuffer(x)], [-3, isoBase64URL.toBuffer(y)]]));
const spki = url(publicKey.export({ type: 'spki', format: 'der' }));
const pem = publicKey.export({ type: 'spki', format: 'pem' });
const id = Buffer.alloc(16, 1);
const data = Buffer.concat([sha256('localhost'), Buffer.from([0x05, 0, 0, 0, 0])]);

function signIn(n) {
  const challenge = sha256(`challenge ${n}`);
  const client = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge: url(challenge), origin, crossOrigin: false }));
  const signed = Buffer.concat([data, sha256(client)]);
  const signature = sign('sha256', signed, privateKey);
  return { challenge, client, signed, signature };
}
/** How many bytes the smaller numbers need: without the zero that keeps a number positive. */
function kindOf(signature) {
  const length = (at) => signature[at + 1] - (signature[at + 2] === 0 ? 1 : 0);
  const [r, s] = [length(2), length(4 + signature[3])];
  return r === 32 && s === 32 ? 'both numbers of 32 bytes' : s === 32 ? 'the first is shorter' : r === 32 ? 'the second is shorter' : null;
}
const libraries = {
  '@passwordless-id/webauthn': ({ challenge, client, signature }) => passwordless.verifyAuthentication(
    { id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: url(client), authenticatorData: url(data), signature: url(signature) } },
    { id: url(id), publicKey: spki, algorithm: 'ES256', transports: [] },
    { challenge: url(challenge), origin, userVerified: true, counter: -1 }),
  '@simplewebauthn/server': ({ challenge, client, signature }) => verifyAuthenticationResponse({
    response: { id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: url(client), authenticatorData: url(data), signature: url(signature) } },
    credential: { id: url(id), publicKey: cose, counter: 0 },
    expectedChallenge: url(challenge), expectedOrigin: origin, expectedRPID: 'localhost' })
    .then(({ verified }) => { if (!verified) throw new Error('not verified'); }),
  'fido2-lib': ({ challenge, client, signature }) => new Fido2Lib({ rpId: 'localhost' }).assertionResult(
    { id: buffer(id), rawId: buffer(id), response: { clientDataJSON: buffer(client), authenticatorData: buffer(data), signature: buffer(signature) } },
    { challenge: url(challenge), origin, factor: 'either', publicKey: pem, prevCounter: 0, userHandle: null, rpId: 'localhost' }),
};

const found = {};
let [count, short] = [0, 0];
while (count < 20000) {
  const one = signIn(count++);
  const kind = kindOf(one.signature);
  if (kind !== 'both numbers of 32 bytes') short++;
  if (!verify('sha256', one.signed, publicKey, one.signature)) throw new Error('a wrong signature');
  if (kind && !found[kind]) found[kind] = one;
}
console.error(`${short} of ${count} signatures have a shorter number`);
console.log(`about one of 128: ${short > 90 && short < 230}`);
for (const kind of Object.keys(found).sort()) {
  for (const [name, check] of Object.entries(libraries)) {
    const outcome = await check(found[kind]).then(() => 'signed in', ({ message }) => message.split(':')[0]);
    console.log(`${kind}, ${name}: ${outcome}`);
  }
}
JS

cat > expected <<'TXT'
about one of 128: true
both numbers of 32 bytes, @passwordless-id/webauthn: signed in
both numbers of 32 bytes, @simplewebauthn/server: signed in
both numbers of 32 bytes, fido2-lib: signed in
the first is shorter, @passwordless-id/webauthn: Invalid signature
the first is shorter, @simplewebauthn/server: signed in
the first is shorter, fido2-lib: signed in
the second is shorter, @passwordless-id/webauthn: Invalid signature
the second is shorter, @simplewebauthn/server: signed in
the second is shorter, fido2-lib: signed in
TXT
npm ls --depth=0
timeout 120 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
