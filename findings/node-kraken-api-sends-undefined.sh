#!/usr/bin/env bash
# npm node-kraken-api 2.2.2: what was not given is sent as the word "undefined", and what has parts as "[object
# Object]".
#
# One would guess that a typed client leaves out an option that is undefined, as JSON and most query writers do, and
# writes a conditional close as close[ordertype]=..., as the API's documentation has it. It hands everything to
# URLSearchParams, which turns each value into text. A code's function that returns a promise is sent as "[object
# Promise]", signed and all.
#
# Why it matters: such a call is signed correctly, so only the function's own checks can refuse it. A server that
# takes any text (a reference, a password) keeps the word "undefined". Name the argument that was refused, or nobody
# finds it.
#
# Seen on 2026-11-28 with node-kraken-api 2.2.2, Node.js 20.20.2. Nothing is sent: the request is caught at the
# socket.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . node-kraken-api@2.2.2

cat > probe.js <<'JS'
const https = require('node:https');
const { EventEmitter } = require('node:events');

https.request = () => Object.assign(new EventEmitter(), {
  write(body) { console.log(decodeURIComponent(String(body)).replace(/\d{13}/, 'N').replaceAll('+', ' ')); },
  end(body) { if (body) this.write(body); this.emit('error', new Error('not sent')); },
  setTimeout() { return this; },
  destroy() {},
});
const { Kraken } = require('node-kraken-api');
const secret = Buffer.alloc(64, 7).toString('base64');
const call = (genotp, options) => new Kraken({ key: 'key', secret, genotp }).addOrder(options).catch(() => {});
call(() => '012345', { pair: 'XBTUSD', userref: undefined, price: null });
call(() => '012345', { pair: 'XBTUSD', close: { ordertype: 'limit', price: '38000' } });
call(async () => '012345', { pair: 'XBTUSD' });
JS

cat > expected <<'TXT'
pair=XBTUSD&userref=undefined&price=null&nonce=N&otp=012345
pair=XBTUSD&close=[object Object]&nonce=N&otp=012345
pair=XBTUSD&nonce=N&otp=[object Promise]
TXT
npm ls --depth=0
timeout 60 node probe.js | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
