// What every small client is asked to do: look, order, see it, cancel it. `call` sends one private function.
module.exports = async (call) => {
  try {
    const balance = await call("Balance", {});
    const placed = await call("AddOrder", {
      pair: "XBTUSD", type: "buy", ordertype: "limit", price: "20000", volume: "0.001" });
    const id = placed.txid[0];
    const { open } = await call("OpenOrders", {});
    await call("CancelOrder", { txid: id });
    console.log(JSON.stringify({ usd: Number(balance.ZUSD), ordered: id in open }));
  } catch (error) {
    console.log(JSON.stringify({ error: String((error && error.message) || error) }));
  }
};
