#!/usr/bin/env bash
# fido2-lib 3.5.9 (npm) registers a passkey of a phone, says that it is reached by "hybrid", and refuses the sign-in for that word.
#
# One would guess that the transports that a registration brought, and that attestationResult() hands back, can be given to
# assertionResult() in allowCredentials, as the standard has it stored. There every one of them has to be usb, nfc, ble, cable
# or internal: "hybrid", which phones and their password managers report, and "smart-card" end in an error, though the
# signature is right. Without transports the same passkey signs in. The same with keys: P-384, P-521 and RS512, which it offers to the
# browser when asked to in cryptoParams, are registered, each with a PEM, and their right signatures are refused.
#
# Why it matters: the key on the laptop that the developer tries works, and the first user with a phone does not come in.
# Leave the transports out of what is given to assertionResult() (the browser may have them), and offer ES256 and RS256.
#
# Seen on 2026-11-30 with the version below, Node.js 20.20.2. The script is the authenticator: attestation "none", new keys.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . fido2-lib@3.5.9

cat > probe.mjs <<'JS'
import crypto from 'node:crypto';
import { Fido2Lib } from 'fido2-lib';

const [SITE, ORIGIN] = ['example.com', 'https://example.com'];
const number = (kind, n) => Buffer.from(n < 24 ? [(kind << 5) | n] : n < 256 ? [(kind << 5) | 24, n] : [(kind << 5) | 25, n >> 8, n & 255]);
const cbor = (value) => {
  if (typeof value === 'number') return value < 0 ? number(1, -1 - value) : number(0, value);
  if (typeof value === 'string') return Buffer.concat([number(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([number(2, value.length), value]);
  return Buffer.concat([number(5, value.size), ...[...value].flat().map(cbor)]);
};
const buffer = (bytes) => new Uint8Array(bytes).buffer;
const sha256 = (bytes) => crypto.createHash('sha256').update(bytes).digest();
const client = (type, challenge) => Buffer.from(JSON.stringify({ type, challenge, origin: ORIGIN, crossOrigin: false }));

const keys = {
  ES256: ['sha256', -7, 'ec', { namedCurve: 'P-256' }, 1],
  ES384: ['sha384', -35, 'ec', { namedCurve: 'P-384' }, 2],
  ES512: ['sha512', -36, 'ec', { namedCurve: 'P-521' }, 3],
  RS256: ['sha256', -257, 'rsa', { modulusLength: 2048 }],
  RS512: ['sha512', -259, 'rsa', { modulusLength: 2048 }],
};

async function passkey(kind, transports) {
  const [hash, algorithm, type, options, curve] = keys[kind];
  const { publicKey, privateKey } = crypto.generateKeyPairSync(type, options);
  const jwk = publicKey.export({ format: 'jwk' });
  const part = (name) => Buffer.from(jwk[name], 'base64url');
  const cose = type === 'ec' ? new Map([[1, 2], [3, algorithm], [-1, curve], [-2, part('x')], [-3, part('y')]])
    : new Map([[1, 3], [3, algorithm], [-1, part('n')], [-2, part('e')]]);
  const library = new Fido2Lib({ rpId: SITE, rpName: 'Example', cryptoParams: [algorithm] });
  const id = crypto.randomBytes(16);

  const offered = await library.attestationOptions();
  let challenge = Buffer.from(offered.challenge).toString('base64url');
  const registered = await library.attestationResult({ rawId: buffer(id), transports, response: {
    clientDataJSON: buffer(client('webauthn.create', challenge)),
    attestationObject: buffer(cbor(new Map([['fmt', 'none'], ['attStmt', new Map()], ['authData',
      Buffer.concat([sha256(SITE), Buffer.from([0x45]), Buffer.alloc(4 + 16), Buffer.from([0, 16]), id, cbor(cose)])]]))),
  } }, { challenge, origin: ORIGIN, factor: 'either' });
  const kept = registered.authnrData;
  console.log(`${kind}: offered ${offered.pubKeyCredParams.map(({ alg }) => alg)}, registered, transports ${kept.get('transports')}`);

  challenge = Buffer.from((await library.assertionOptions()).challenge).toString('base64url');
  const [said, data] = [client('webauthn.get', challenge), Buffer.concat([sha256(SITE), Buffer.from([0x05]), Buffer.alloc(4)])];
  const signature = crypto.sign(hash, Buffer.concat([data, sha256(said)]), privateKey);
  await library.assertionResult({ rawId: buffer(id), response: {
    clientDataJSON: buffer(said), authenticatorData: buffer(data), signature: buffer(signature), userHandle: undefined,
  } }, { challenge, origin: ORIGIN, factor: 'either', publicKey: kept.get('credentialPublicKeyPem'), prevCounter: kept.get('counter'),
    userHandle: null, allowCredentials: [{ type: 'public-key', id: buffer(kept.get('credId')), transports: kept.get('transports') }],
  }).then(() => console.log('  signed in'), ({ message }) => console.log(`  ${message}`));
}

await passkey('ES256');
await passkey('ES256', ['internal']);
await passkey('ES256', ['hybrid', 'internal']);
await passkey('ES256', ['smart-card']);
for (const kind of ['RS256', 'ES384', 'ES512', 'RS512']) await passkey(kind);
JS

cat > expected <<'TXT'
ES256: offered -7, registered, transports undefined
  signed in
ES256: offered -7, registered, transports internal
  signed in
ES256: offered -7, registered, transports hybrid,internal
  expected transports of allowCredentials[0] to be string with value 'usb', 'nfc', 'ble', 'cable', 'internal' or null
ES256: offered -7, registered, transports smart-card
  expected transports of allowCredentials[0] to be string with value 'usb', 'nfc', 'ble', 'cable', 'internal' or null
RS256: offered -257, registered, transports undefined
  signed in
ES384: offered -35, registered, transports undefined
  Unsupported key format
ES512: offered -36, registered, transports undefined
  Unsupported key format
RS512: offered -259, registered, transports undefined
  signature validation failed
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
