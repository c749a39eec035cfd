// node-kraken-api: chunked bodies, otp last. It speaks HTTPS to port 443 of one host, so what stands in
// front of the application here is TLS; the client itself is as published.
const { execFileSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const http = require("node:http");
const https = require("node:https");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const library = require("node-kraken-api");

const [base, key, secret, otp] = process.argv.slice(2);

function certificate() {
  const folder = mkdtempSync(join(tmpdir(), "doublelock-tls-"));
  const files = { key: join(folder, "key.pem"), cert: join(folder, "cert.pem") };
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
    "-addext", "subjectAltName=DNS:localhost", "-keyout", files.key, "-out", files.cert], { stdio: "ignore" });
  const pair = { key: readFileSync(files.key), cert: readFileSync(files.cert) };
  rmSync(folder, { recursive: true });
  return pair;
}

const pair = certificate();
const proxy = https.createServer(pair, (request, response) => {
  const onward = http.request(new URL(request.url, base), { method: request.method, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
  request.pipe(onward);
});

proxy.listen(0, "127.0.0.1", async () => {
  https.globalAgent = new https.Agent({ ca: pair.cert });
  https.globalAgent.defaultPort = proxy.address().port;
  library._REST_HOSTNAME = "localhost";
  const client = new library.Kraken({ key, secret, timeout: 20000, ...(otp ? { genotp: () => otp } : {}) });
  try {
    const balance = await client.balance();
    const placed = await client.addOrder({
      pair: "XBTUSD", type: "buy", ordertype: "limit", price: "20000", volume: "0.001" });
    const open = (await client.openOrders()).open;
    await client.cancelOrder({ txid: placed.txid[0] });
    console.log(JSON.stringify({ usd: Number(balance.ZUSD), ordered: placed.txid[0] in open }));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }
  proxy.close();
  proxy.closeAllConnections();
});
