#!/usr/bin/env bash
# ccxt 4.5.84, kraken: a per cent sign in a price turns the signed body from a form into JSON, and `twofa` is never
# sent.
#
# One would guess that a function has one format, and that from the credential `twofa`, the key of one-time codes for
# which ccxt has a generator, Kraken's `otp` is made. But AddOrder with price "+5%" goes out as JSON, where the nonce
# is a string, and with price "37500" as a form, whose brackets are not escaped. `twofa` changes nothing; an `otp`
# among the parameters is sent, as text or number as it was given.
#
# Why it matters: a server that verifies such calls has to read nonce and otp from both formats in each function, and
# sees the JSON one only on the day that somebody orders by percentage. A user who set `twofa` still has to pass
# `otp`.
#
# Seen on 2026-11-28 with ccxt 4.5.84, Node.js 20.20.2. Nothing is sent: the signed request is only made.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . ccxt@4.5.84

cat > probe.mjs <<'JS'
import { kraken } from 'ccxt';

const client = new kraken({ apiKey: 'key', secret: Buffer.alloc(64, 7).toString('base64'), twofa: 'JBSWY3DPEHPK3PXP' });
function show(what, params) {
  const { headers, body } = client.sign('AddOrder', 'private', 'POST', params);
  console.log(`${what}: ${headers['Content-Type']} ${body.replace(/\d{13}/, 'N')}`);
}
show('plain price', { pair: 'XBTUSD', price: '37500' });
show('percentage', { pair: 'XBTUSD', price: '+5%' });
show('percentage with otp', { pair: 'XBTUSD', price: '+5%', otp: 123456 });
show('conditional close', { pair: 'XBTUSD', price: '37500', close: { ordertype: 'limit', price: '38000' }, otp: '012345' });
JS

cat > expected <<'TXT'
plain price: application/x-www-form-urlencoded nonce=N&pair=XBTUSD&price=37500
percentage: application/json {"nonce":"N","pair":"XBTUSD","price":"+5%"}
percentage with otp: application/json {"nonce":"N","pair":"XBTUSD","price":"+5%","otp":123456}
conditional close: application/x-www-form-urlencoded nonce=N&pair=XBTUSD&price=37500&close[ordertype]=limit&close[price]=38000&otp=012345
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
