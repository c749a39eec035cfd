#!/usr/bin/env bash
# npm otp 2.0.1: parse() reads the secret out of an otpauth URI and forgets digits, period and algorithm.
#
# One would guess that a function that parses otpauth URIs gives a generator with the URI's digits, period and hash,
# or refuses what it does not know. It makes one with six digits, 30 seconds and SHA-1 whatever the URI says, drops
# what is not a word character from the name, and says nothing.
#
# Why it matters: an issuer that hands out SHA-256, eight digits or 60 seconds meets clients whose codes are never
# right and who see no error. Hand out the defaults, and keep them in the URI or leave them out: both work here.
#
# Seen on 2026-11-28 with otp 2.0.1, otpauth 9.5.2 (for comparison), Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . otp@2.0.1 otpauth@9.5.2

cat > probe.mjs <<'JS'
import OTP from 'otp';
import { URI } from 'otpauth';

const uri = 'otpauth://totp/ACME:john.doe?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=ACME'
  + '&algorithm=SHA256&digits=8&period=60';
const theirs = OTP.parse(uri);
const other = URI.parse(uri);
const { codeLength, timeSlice, name } = theirs.toJSON();
console.log(`otp:     ${codeLength} digits, ${timeSlice} s, code ${(await theirs.totp()).length} long, name ${name}`);
console.log(`otpauth: ${other.digits} digits, ${other.period} s, ${other.algorithm}, label ${other.label}`);
JS

cat > expected <<'TXT'
otp:     6 digits, 30 s, code 6 long, name ACMEjohndoe
otpauth: 8 digits, 60 s, SHA256, label john.doe
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
