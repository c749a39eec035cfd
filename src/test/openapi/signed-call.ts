// A call with the generated client: it signs where the body is bytes already.
import { Configuration, FundingApi, PublicApi, TradingApi, type Middleware } from "./typescript/index.js";

declare const process: { argv: string[] };

const [base, key, secret] = process.argv.slice(2) as [string, string, string];

const bytes = (text: string) => new TextEncoder().encode(text);

async function sign(path: string, nonce: string, body: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes(nonce + body)));
  const raw = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0));
  const hmac = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-512" }, false, ["sign"]);
  const signed = await crypto.subtle.sign("HMAC", hmac, new Uint8Array([...bytes(path), ...digest]));
  return btoa(String.fromCharCode(...new Uint8Array(signed)));
}

const signing: Middleware = {
  async pre({ url, init }) {
    if (init.body) {
      const body = init.body as string;
      const headers = { ...(init.headers as Record<string, string>) };
      headers["API-Sign"] = await sign(new URL(url).pathname, String(JSON.parse(body).nonce), body);
      return { url, init: { ...init, headers } };
    }
    return undefined;
  },
};

const configuration = new Configuration({
  basePath: base,
  apiKey: (name) => (name === "API-Key" ? key : ""),
  middleware: [signing],
});
let last = 0;
const nonce = () => (last = Math.max(last + 1, Date.now() * 1000));

const ticker = await new PublicApi(configuration).getPublicTicker({ pair: ["XBTUSD"] });
const price: unknown = ticker.result?.["XXBTZUSD"]?.c[0];
const balance = await new FundingApi(configuration).balance({ balanceRequest: { nonce: nonce() } });
const order = await new TradingApi(configuration).addOrder({
  addOrderRequest: {
    nonce: String(nonce()),
    pair: "XBTUSD",
    type: "buy",
    ordertype: "limit",
    volume: "0.001",
    price: "20000",
    oflags: ["post"],
    close: { ordertype: "limit", price: "90000" },
    validate: true,
  },
});
console.log(
  JSON.stringify({
    errors: [...ticker.error, ...balance.error, ...order.error],
    last: price,
    usd: balance.result?.["ZUSD"],
    order: order.result?.descr.order,
  }),
);
