#!/usr/bin/env bash
# npm kraken-exchange-api 1.0.0: a fresh install cannot sign, and an older one signs another body than it sends.
#
# One would guess that "query-string": ">=5.0.0" is a careful dependency, and that what is signed is what goes out. On
# Node.js 20 the range gives version 9, a module with a default export only, so each private call throws. With version
# 5.1.1, set by "overrides", the fields are signed in the order of the alphabet, and sent in the order in which they
# were given. "Balance", whose only field is the nonce, is right; an order is right only if its fields were given
# sorted, with a nonce of any value in its place.
#
# Why it matters: the first call that one tries works, and orders get "invalid signature" from a server that is right.
# A server that verifies has to take the bytes as they came; nothing there mends this.
#
# Seen on 2026-11-28 with the versions below, Node.js 20.20.2. The calls go to a server on loopback.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > probe.js <<'JS'
const { createHash, createHmac } = require('node:crypto');
const http = require('node:http');
const KrakenClient = require('kraken-exchange-api');

const secret = Buffer.alloc(64, 7);
const server = http.createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString();
  const hash = createHash('sha256').update(new URLSearchParams(body).get('nonce') + body).digest();
  const right = createHmac('sha512', secret).update(request.url).update(hash).digest('base64') === request.headers['api-sign'];
  console.log(`${right ? 'right' : 'wrong'} signature: ${body.replace(/\d{16}/, 'N')}`);
  response.end('{"error":[],"result":{}}');
});
server.listen(0, '127.0.0.1', async () => {
  const client = new KrakenClient('key', secret.toString('base64'));
  client.config.url = `http://127.0.0.1:${server.address().port}`;
  const version = require(`${__dirname}/node_modules/query-string/package.json`).version;
  console.log(`query-string ${version.split('.')[0]}`);
  for (const [method, params] of [
    ['Balance', {}],
    ['CancelOrder', { txid: 'OABCDE-FGHIJ-KLMNOP' }],
    ['CancelOrder', { nonce: 0, txid: 'OABCDE-FGHIJ-KLMNOP' }],
    ['AddOrder', { pair: 'XBTUSD', type: 'buy', ordertype: 'market', volume: '1' }],
    ['AddOrder', { nonce: 0, ordertype: 'market', pair: 'XBTUSD', type: 'buy', volume: '1' }],
  ]) {
    try {
      await new Promise((done) => client.api(method, params, done));
    } catch (failure) {
      console.log(`${method}: ${failure.message}`);
    }
  }
  server.close();
});
JS

cat > expected <<'TXT'
query-string 9
Balance: querystring.stringify is not a function
CancelOrder: querystring.stringify is not a function
CancelOrder: querystring.stringify is not a function
AddOrder: querystring.stringify is not a function
AddOrder: querystring.stringify is not a function
query-string 5
right signature: nonce=N
wrong signature: txid=OABCDE-FGHIJ-KLMNOP&nonce=N
right signature: nonce=N&txid=OABCDE-FGHIJ-KLMNOP
wrong signature: pair=XBTUSD&type=buy&ordertype=market&volume=1&nonce=N
right signature: nonce=N&ordertype=market&pair=XBTUSD&type=buy&volume=1
TXT
for version in 9.5.1 5.1.1; do
  mkdir "$version"
  echo '{"dependencies": {"kraken-exchange-api": "1.0.0"}, "overrides": {"query-string": "'$version'"}}' > "$version/package.json"
  (cd "$version" && timeout 300 npm install --silent --ignore-scripts && npm ls query-string) > npm.log 2>&1 || { cat npm.log; exit 1; }
  grep -o 'query-string@[0-9.]*' npm.log
  cp probe.js "$version"
  (cd "$version" && timeout 60 node --no-deprecation --no-warnings probe.js)
done > all
grep -v '^query-string@' all | tee seen
grep '^query-string@' all
diff expected seen && echo 'As it was on 2026-11-28.'
