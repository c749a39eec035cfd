#!/usr/bin/env bash
# Passkeys: two libraries register a key of a kind that they cannot verify, so it can never sign in.
#
# One would guess that a server library refuses a key whose algorithm it does not know while it is being registered,
# when the user can still choose another. With attestation "none" nothing is signed at registration, and
# @passwordless-id/webauthn 2.4.0 takes an Ed25519 key (-8), to say at the first sign-in that only RS256 and ES256 are
# supported. @simplewebauthn/server 14.0.3 does the same with the newer numbers for Ed25519 (-19) and ES256 (-9) where
# supportedAlgorithmIDs names them. By default it asks for -8 first, so what can make Ed25519 keys makes them for it,
# and they do not move to the other two. fido2-lib 3.5.9 refuses at registration, in an unrelated-looking sentence.
#
# Why it matters: the account has a passkey that looks right in every list and opens nothing. Ask only for what can be
# verified, check the algorithm of what comes back, and let the first sign-in follow while the other way in is still
# open.
#
# Seen on 2026-11-28 with the versions below, Node.js 20.20.2. The authenticator is this script's; everything in its
# answers is as the standard has it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . @simplewebauthn/server@14.0.3 fido2-lib@3.5.9 @passwordless-id/webauthn@2.4.0

cat > authenticator.mjs <<'JS'
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

export const url = (bytes) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const head = (major, n) => Buffer.from(n < 24 ? [(major << 5) | n] : [(major << 5) | 24, n]);
function cbor(value) {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([head(typeof value === 'string' ? 3 : 2, bytes.length), bytes]);
}
export function passkey(algorithm, challenge) {
  const edwards = algorithm === -8 || algorithm === -19;
  const { publicKey, privateKey } = edwards ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const key = new Map([[1, edwards ? 1 : 2], [3, algorithm], [-1, edwards ? 6 : 1], [-2, Buffer.from(x, 'base64url')]]);
  if (y) key.set(-3, Buffer.from(y, 'base64url'));
  const id = Buffer.alloc(16, 1);
  const data = (flags, rest) => Buffer.concat([sha256('localhost'), Buffer.from([flags]), Buffer.alloc(4), ...rest]);
  const client = (type) => JSON.stringify({ type, challenge: url(challenge), origin: 'http://localhost', crossOrigin: false });
  const answer = (response) => ({ id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {}, user: { name: 'john' }, response });
  const made = data(0x45, [Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)]);
  const used = data(0x05, []);
  const asked = client('webauthn.get');
  return {
    registration: answer({
      clientDataJSON: url(client('webauthn.create')),
      attestationObject: url(cbor(new Map([['fmt', 'none'], ['attStmt', new Map()], ['authData', made]]))),
      authenticatorData: url(made),
      publicKey: url(publicKey.export({ type: 'spki', format: 'der' })),
      publicKeyAlgorithm: algorithm,
      transports: [],
    }),
    signIn: answer({ clientDataJSON: url(asked), authenticatorData: url(used), userHandle: url('john'),
      signature: url(sign(edwards ? null : 'sha256', Buffer.concat([used, sha256(asked)]), privateKey)) }),
  };
}
JS
cat > probe.mjs <<'JS'
import { generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { Fido2Lib } from 'fido2-lib';
import { server as passwordless } from '@passwordless-id/webauthn';
import { passkey, url } from './authenticator.mjs';

const challenge = Buffer.alloc(32, 7);
const raw = (text) => new Uint8Array(Buffer.from(text, 'base64url')).buffer;
const expected = { expectedChallenge: url(challenge), expectedOrigin: 'http://localhost', expectedRPID: 'localhost' };
const check = { challenge: url(challenge), origin: 'http://localhost', userVerified: true, counter: -1 };
const libraries = {
  '@simplewebauthn/server': [
    (r) => verifyRegistrationResponse({ ...expected, response: r, supportedAlgorithmIDs: [-7, -8, -9, -19] }),
    (made, s) => verifyAuthenticationResponse({ ...expected, response: s, credential: made.registrationInfo.credential })],
  '@passwordless-id/webauthn': [
    (r) => passwordless.verifyRegistration(r, check),
    (made, s) => passwordless.verifyAuthentication(s, made.credential, check)],
  'fido2-lib': [({ id, response: { attestationObject, clientDataJSON } }) => new Fido2Lib({ rpId: 'localhost' }).attestationResult(
    { id: raw(id), rawId: raw(id), response: { attestationObject: raw(attestationObject), clientDataJSON: raw(clientDataJSON) } },
    { ...check, factor: 'either', rpId: 'localhost' })],
};
const options = await generateRegistrationOptions({ rpName: 'ACME', rpID: 'localhost', userName: 'john' });
console.log(`@simplewebauthn/server asks for ${options.pubKeyCredParams.map((one) => one.alg)}`);
for (const algorithm of [-7, -8, -9, -19]) {
  for (const [name, [register, signIn]] of Object.entries(libraries)) {
    const key = passkey(algorithm, challenge);
    let stage = 'registration refused';
    try {
      const made = await register(key.registration);
      stage = 'registered, sign-in refused';
      await signIn?.(made, key.signIn);
      console.log(`${algorithm}, ${name}: registered${signIn ? ', signed in' : ''}`);
    } catch (failure) { console.log(`${algorithm}, ${name}: ${stage}: ${failure.message}`); }
  }
}
JS

cat > expected <<'TXT'
@simplewebauthn/server asks for -8,-7,-257
-7, @simplewebauthn/server: registered, signed in
-7, @passwordless-id/webauthn: registered, signed in
-7, fido2-lib: registered
-8, @simplewebauthn/server: registered, signed in
-8, @passwordless-id/webauthn: registered, sign-in refused: Unknown or unsupported crypto algorithm: EdDSA. Only 'RS256' and 'ES256' are supported.
-8, fido2-lib: registration refused: Failed to normalize algorithm: passed algorithm can not be converted to 'Algorithm' because 'name' is required in 'Algorithm'.
-9, @simplewebauthn/server: registered, sign-in refused: Could not map COSE alg value of -9 to a WebCrypto hash alg name
-9, @passwordless-id/webauthn: registration refused: Unknown algorithm code: -9
-9, fido2-lib: registration refused: Failed to normalize algorithm: passed algorithm can not be converted to 'Algorithm' because 'name' is required in 'Algorithm'.
-19, @simplewebauthn/server: registered, sign-in refused: Public key had invalid alg -19 (OKP)
-19, @passwordless-id/webauthn: registration refused: Unknown algorithm code: -19
-19, fido2-lib: registration refused: Failed to normalize algorithm: passed algorithm can not be converted to 'Algorithm' because 'name' is required in 'Algorithm'.
TXT
npm ls --depth=0
timeout 60 node probe.mjs 2> warnings | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
