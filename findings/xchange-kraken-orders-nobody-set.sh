#!/usr/bin/env bash
# XChange 5.2.2 for Kraken: an order is sent with fields that nobody set, and without its pair if the list of pairs
# was not loaded.
#
# One would guess that an order's body holds what the order says, and that an unknown pair is an error. Each AddOrder
# holds position=0, close={} (an empty Java map as text) and a userref that the library draws at random, which
# Kraken's API uses to group orders. With the option not to load the exchange's metadata at the start, no pair has a
# name: the field `pair` is left out, and the order is signed and sent.
#
# Why it matters: a server that checks arguments strictly refuses every order of this client, so it has to take an
# empty close and a position of 0; and it must never guess a pair. Users who find their orders by userref see numbers
# that are not theirs.
#
# Seen on 2026-11-28 with xchange-kraken 5.2.2, Java 17, against a server of this script.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.knowm.xchange</groupId><artifactId>xchange-kraken</artifactId><version>5.2.2</version></dependency>
</dependencies></project>
XML
timeout 500 mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Orders.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Base64;
import org.knowm.xchange.*;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.kraken.KrakenExchange;

class Orders {
  public static void main(String[] none) throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> {
      String body = new String(exchange.getRequestBody().readAllBytes());
      System.out.println(URLDecoder.decode(body, "UTF-8").replaceAll("nonce=\\d+", "nonce=N").replaceAll("userref=\\d+", "userref=R"));
      byte[] answer = "{\"error\":[\"EGeneral:Invalid arguments\"]}".getBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    });
    server.start();
    var settings = new ExchangeSpecification(KrakenExchange.class);
    settings.setSslUri("http://127.0.0.1:" + server.getAddress().getPort());
    settings.setApiKey("key");
    settings.setSecretKey(Base64.getEncoder().encodeToString(new byte[64]));
    settings.setShouldLoadRemoteMetaData(false);
    var trade = ExchangeFactory.INSTANCE.createExchange(settings).getTradeService();
    try {
      trade.placeLimitOrder(new LimitOrder(OrderType.BID, new BigDecimal("1.25"), CurrencyPair.BTC_USD, null, null, new BigDecimal("37500")));
    } catch (Exception refused) {
      System.out.println("refused by the server: " + refused.getMessage());
    }
    System.exit(0);
  }
}
JAVA

cat > expected <<'TXT'
type=buy&ordertype=limit&price=37500&volume=1.25&position=0&userref=R&close={}&nonce=N
refused by the server: [EGeneral:Invalid arguments]
TXT
ls lib | grep xchange
timeout 60 java -cp 'lib/*' Orders.java 2> log | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
