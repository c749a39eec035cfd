// kraken-exchange-api: knows nothing of codes, but sends every field it is given. It takes any newer query-string,
// and works with those of its own time only, so package.json pins that.
const Client = require("kraken-exchange-api");
const trade = require("./trade.cjs");
const [url, key, secret, otp] = process.argv.slice(2);
const client = new Client(key, secret);
client.config.url = url;

// What it signs is in the order of the alphabet, and what it sends in the order given: so they are given in that order.
const sorted = (fields) => Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)));

trade((method, params) => new Promise((resolve, reject) => {
  client.api(method, sorted({ ...params, nonce: 0, ...(otp ? { otp } : {}) }),
    (error, data) => (error ? reject(new Error(String(error))) : resolve(data.result)));
}));
