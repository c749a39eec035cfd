#!/usr/bin/env bash
# npm gauth-decode 0.1.1 and an export of Google Authenticator: a key that counts becomes one that looks at the clock, and
# eight digits with SHA-256 become six with SHA-1.
#
# One would guess that makeOtpAuthKey() writes what decodeMigrationUri() read of the export, as an otpauth URI. It
# writes "totp", the key, the name and the issuer, whatever the kind, and none of digits, algorithm and counter, which it has.
# The text goes in as it is: of "ACME & Co" another library (otpauth 9.5.2) finds no URI, and of an account named
# "Exchange:john" of ACME the issuer is Exchange. And "digits: 1" in what was read means six, 2 means eight.
#
# Why it matters: a person moves to another app, the list looks right, and some codes are wrong from the first one on.
# otpauth-migration 1.0.0, the other package of npm that names this format, cannot be imported by Node.js 20 at all. Write
# URIs with a library that has a field for each part, and compare one code with the old app before it is deleted.
#
# Seen on 2026-11-30 with the versions below, Node.js 20.20.2. The export is made by this script, as the app's format has it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . gauth-decode@0.1.1 otpauth@9.5.2 otpauth-migration@1.0.0

cat > probe.mjs <<'JS'
import gauth from 'gauth-decode';
import { HOTP, TOTP, URI, Secret } from 'otpauth';

const number = (n) => Buffer.from(n < 128 ? [n] : [(n & 127) | 128, n >> 7]);
const bytes = (field, value) => Buffer.concat([number((field << 3) | 2), number(value.length), Buffer.from(value)]);
const whole = (field, value) => Buffer.concat([number(field << 3), number(value)]);
const key = Buffer.from('12345678901234567890');
const [SHA1, SHA256, SIX, EIGHT, COUNTER, CLOCK] = [1, 2, 1, 2, 1, 2];
const accounts = [
  { name: 'john', issuer: 'ACME', algorithm: SHA1, digits: SIX, type: CLOCK },
  { name: 'john', issuer: 'ACME', algorithm: SHA256, digits: EIGHT, type: CLOCK },
  { name: 'john', issuer: 'ACME', algorithm: SHA1, digits: SIX, type: COUNTER, counter: 5 },
  { name: 'Exchange:john', issuer: 'ACME', algorithm: SHA1, digits: SIX, type: CLOCK },
  { name: 'john', issuer: 'ACME & Co', algorithm: SHA1, digits: SIX, type: CLOCK },
];
const entries = accounts.map((one) => bytes(1, Buffer.concat([bytes(1, key), bytes(2, one.name), bytes(3, one.issuer),
  whole(4, one.algorithm), whole(5, one.digits), whole(6, one.type), whole(7, one.counter ?? 0)])));
const exported = Buffer.concat([...entries, whole(2, 1), whole(3, 1), whole(4, 0), whole(5, 7)]);
const uri = `otpauth-migration://offline?data=${encodeURIComponent(exported.toString('base64'))}`;

const time = 1111111109000;
const code = (otp) => (otp instanceof HOTP ? otp.generate() : otp.generate({ timestamp: time }));
const show = (otp) => `${otp instanceof HOTP ? 'HOTP' : 'TOTP'} ${otp.algorithm}, ${otp.digits} digits, issuer ${otp.issuer}, code ${code(otp)}`;
const read = await gauth.decodeMigrationUri(uri);
accounts.forEach((one, i) => {
  const common = { issuer: one.issuer, label: one.name, secret: new Secret({ buffer: new Uint8Array(key).buffer }),
    algorithm: one.algorithm === SHA1 ? 'SHA1' : 'SHA256', digits: one.digits === SIX ? 6 : 8 };
  console.log(`exported: ${show(one.type === COUNTER ? new HOTP({ ...common, counter: one.counter }) : new TOTP(common))}`);
  console.log(`  read: ${read[i].type}, algorithm ${read[i].algorithm}, digits ${read[i].digits}, counter ${read[i].counter}`);
  const written = gauth.makeOtpAuthKey(read[i]);
  try { console.log(`  written: ${show(URI.parse(written))}`); } catch ({ message }) { console.log(`  written: ${message}`); }
});
await import('otpauth-migration').then(() => console.log('otpauth-migration: imported'), ({ code }) => console.log(`otpauth-migration: ${code}`));
JS

cat > expected <<'TXT'
exported: TOTP SHA1, 6 digits, issuer ACME, code 081804
  read: OTP_TOTP, algorithm ALGO_SHA1, digits 1, counter 0
  written: TOTP SHA1, 6 digits, issuer ACME, code 081804
exported: TOTP SHA256, 8 digits, issuer ACME, code 34756375
  read: OTP_TOTP, algorithm 2, digits 2, counter 0
  written: TOTP SHA1, 6 digits, issuer ACME, code 081804
exported: HOTP SHA1, 6 digits, issuer ACME, code 254676
  read: OTP_HOTP, algorithm ALGO_SHA1, digits 1, counter 5
  written: TOTP SHA1, 6 digits, issuer ACME, code 081804
exported: TOTP SHA1, 6 digits, issuer ACME, code 081804
  read: OTP_TOTP, algorithm ALGO_SHA1, digits 1, counter 0
  written: TOTP SHA1, 6 digits, issuer Exchange, code 081804
exported: TOTP SHA1, 6 digits, issuer ACME & Co, code 081804
  read: OTP_TOTP, algorithm ALGO_SHA1, digits 1, counter 0
  written: Invalid URI format
otpauth-migration: ERR_UNSUPPORTED_DIR_IMPORT
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-30.'
