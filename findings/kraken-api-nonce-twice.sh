#!/usr/bin/env bash
# npm kraken-api 1.0.2: a parameters object that is used twice, or two calls at once, send one nonce twice.
#
# One would guess that a client of a signed API takes a fresh nonce for each call. This one writes nonce and otp into
# the caller's own parameters object and keeps a nonce that it finds there: the second call with that object, such as
# a retry, is the first one again, byte for byte. Its nonces end in 000, since they are milliseconds times a thousand,
# so calls that begin in the same millisecond share one.
#
# Why it matters: a server that takes each nonce once refuses the retry as an invalid nonce, for ever, and a nonce
# window is no help for calls at once. Authors of clients: copy the parameters, and count up from the last nonce.
#
# Seen on 2026-11-28 with kraken-api 1.0.2, Node.js 20.20.2.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . kraken-api@1.0.2

cat > probe.js <<'JS'
const http = require('node:http');
const KrakenClient = require('kraken-api');

const bodies = [];
const server = http.createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  bodies.push(body);
  response.end('{"error":[],"result":{}}');
});
const distinct = (some) => new Set(some).size;
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  const client = new KrakenClient('key', Buffer.alloc(64, 7).toString('base64'), { url, otp: '123456' });
  const mine = { asset: 'XBT' };
  await client.api('Ledgers', mine);
  await new Promise((later) => setTimeout(later, 50));
  await client.api('Ledgers', mine);
  console.log(`one object, two calls, 50 ms apart: ${distinct(bodies)} body; my object now has ${Object.keys(mine)}`);
  // As in a program that has warmed up: the clock stands still for two calls.
  const now = Date.now();
  const RealDate = Date;
  globalThis.Date = class extends RealDate { constructor() { super(now); } };
  bodies.length = 0;
  await Promise.all([client.api('Balance'), client.api('Balance')]);
  console.log(`two calls in one millisecond: ${distinct(bodies)} nonce, ending in ${bodies[0].match(/nonce=\d+(\d{3})/)[1]}`);
  server.close();
});
JS

cat > expected <<'TXT'
one object, two calls, 50 ms apart: 1 body; my object now has asset,nonce,otp
two calls in one millisecond: 1 nonce, ending in 000
TXT
npm ls --depth=0
timeout 60 node --no-deprecation probe.js | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
