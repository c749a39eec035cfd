package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Date;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PublicFunction;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.doublelock.sandbox.market.AssetPairsFunction;
import org.doublelock.sandbox.market.AssetsFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.currency.Currency;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order;
import org.knowm.xchange.dto.trade.UserTrade;
import org.knowm.xchange.kraken.KrakenAdapters;
import org.knowm.xchange.kraken.KrakenUtils;
import org.knowm.xchange.kraken.dto.marketdata.results.KrakenAssetPairsResult;
import org.knowm.xchange.kraken.dto.marketdata.results.KrakenAssetsResult;
import org.knowm.xchange.kraken.dto.trade.results.KrakenQueryOrderResult;
import org.knowm.xchange.kraken.dto.trade.results.KrakenTradeHistoryResult;
import si.mazi.rescu.serialization.jackson.DefaultJacksonObjectMapperFactory;

/** What XChange makes of orders that another account filled. */
class PublishedClientReadsTradesTest {

  private static final ObjectMapper JSON =
      new DefaultJacksonObjectMapperFactory().createObjectMapper();

  private final Map<String, PrivateFunction> functions = Functions.on(ExchangeOn.memory());
  private final Client seller = Client.of(functions);
  private final Client buyer = Client.of(functions);

  @BeforeAll
  static void load_the_names_of_assets_and_pairs() throws IOException {
    KrakenUtils.setKrakenAssets(read(new AssetsFunction(), KrakenAssetsResult.class).getResult());
    KrakenUtils.setKrakenAssetPairs(
        read(new AssetPairsFunction(), KrakenAssetPairsResult.class).getResult());
  }

  @Test
  void a_trade_has_its_pair_price_volume_fee_and_order() throws IOException {
    seller.order("sell", "0.01", "XBTUSD", "30000");
    String order = buyer.order("buy", "0.02", "XBTUSD", "30000");

    KrakenTradeHistoryResult history =
        read(buyer.call("TradesHistory"), KrakenTradeHistoryResult.class);
    UserTrade trade =
        KrakenAdapters.adaptTradesHistory(history.getResult().getTrades()).getUserTrades().get(0);
    assertEquals(CurrencyPair.BTC_USD, trade.getInstrument());
    assertEquals(Order.OrderType.BID, trade.getType());
    assertEquals(order, trade.getOrderId());
    assertEquals(new BigDecimal("0.01000000"), trade.getOriginalAmount());
    assertEquals(0, new BigDecimal("30000").compareTo(trade.getPrice()));
    assertEquals(0, new BigDecimal("0.78").compareTo(trade.getFeeAmount()));
    assertEquals(Currency.USD, trade.getFeeCurrency());
    assertEquals(Date.from(Client.START), trade.getTimestamp());
  }

  @Test
  void an_order_filled_in_part_and_one_filled_whole_have_what_was_executed() throws IOException {
    String whole = seller.order("sell", "0.01", "XBTUSD", "30000");
    String part = buyer.order("buy", "0.02", "XBTUSD", "30000");

    Order bought = queried(buyer, part);
    assertEquals(0, new BigDecimal("0.01").compareTo(bought.getCumulativeAmount()));
    assertEquals(0, new BigDecimal("30000").compareTo(bought.getAveragePrice()));
    assertTrue(bought.getStatus().isOpen(), bought.getStatus().toString());

    Order sold = queried(seller, whole);
    assertEquals(Order.OrderStatus.FILLED, sold.getStatus());
    assertEquals(0, sold.getOriginalAmount().compareTo(sold.getCumulativeAmount()));
    assertTrue(sold.getFee().signum() > 0);
  }

  private static Order queried(Client client, String order) throws IOException {
    JsonObject answer = client.call("QueryOrders", "txid", order, "trades", "true");
    return KrakenAdapters.adaptOrders(read(answer, KrakenQueryOrderResult.class).getResult())
        .get(0);
  }

  private static <T> T read(PublicFunction function, Class<T> type) throws IOException {
    return read(function.call(new Arguments(Map.of()), Client.START), type);
  }

  private static <T> T read(JsonValue result, Class<T> type) throws IOException {
    return JSON.readValue("{\"error\":[],\"result\":" + result + "}", type);
  }
}
