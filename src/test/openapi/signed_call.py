"""A call with the generated client: it signs where the body is bytes already."""

import base64
import hashlib
import hmac
import json
import sys
import time
from urllib.parse import urlsplit

import generated
from generated import AddOrderClose, AddOrderRequest, BalanceRequest, Nonce

base, key, secret = sys.argv[1:4]
configuration = generated.Configuration(host=base, api_key={"API-Key": key, "API-Sign": "comes later"})
client = generated.ApiClient(configuration)
pool = client.rest_client.pool_manager
send = pool.request


def signed(method, url, body=None, headers=None, **more):
    if body is not None:
        nonce = str(json.loads(body)["nonce"])
        digest = hashlib.sha256((nonce + body).encode()).digest()
        path = urlsplit(url).path.encode()
        mac = hmac.new(base64.b64decode(secret), path + digest, hashlib.sha512)
        headers = {**headers, "API-Sign": base64.b64encode(mac.digest()).decode()}
    return send(method, url, body=body, headers=headers, **more)


pool.request = signed


def nonce():
    return Nonce(time.time_ns() // 1000)


ticker = generated.PublicApi(client).get_public_ticker(pair=["XBTUSD"])
balance = generated.FundingApi(client).balance(BalanceRequest(nonce=nonce()))
order = generated.TradingApi(client).add_order(
    AddOrderRequest(
        nonce=nonce(),
        pair="XBTUSD",
        type="buy",
        ordertype="limit",
        volume="0.001",
        price="20000",
        oflags=["post"],
        close=AddOrderClose(ordertype="limit", price="90000"),
        validate=True,
    )
)
print(
    json.dumps(
        {
            "errors": ticker.error + balance.error + order.error,
            "last": ticker.result["XXBTZUSD"].c[0],
            "usd": balance.result["ZUSD"],
            "order": order.result.descr.order,
        }
    )
)
