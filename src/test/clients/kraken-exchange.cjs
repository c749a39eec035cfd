// kraken-exchange: the address of one host is written into it, and no field for a code. Its requests are led to the
// application; the client itself is as published.
const http = require("node:http");
const https = require("node:https");
const [base, key, secret] = process.argv.slice(2);
const { hostname, port } = new URL(base);
https.request = (url, options, answered) => {
  const onward = typeof url === "string" || url instanceof URL
    ? { ...options, path: new URL(url).pathname } : { ...url, ...options };
  const headers = { ...onward.headers };
  return http.request({ method: onward.method, path: onward.path, headers, hostname, port },
    answered || (typeof options === "function" ? options : undefined));
};
const Client = require("kraken-exchange");
const trade = require("./trade.cjs");
const client = new Client(key, secret);

trade((method, params) => ({
  // It takes the class letters off.
  Balance: async () => ({ ZUSD: (await client.balance()).USD }),
  AddOrder: () => client.addOrder(params),
  OpenOrders: () => client.openOrders(),
  CancelOrder: () => client.cancelOrder(params.txid),
})[method]());
