package org.doublelock.sandbox.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PublicFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicFunctionsTest {

  private static final Instant NOW = Instant.parse("2023-07-06T18:54:08.123Z");

  private static JsonObject call(PublicFunction function, String... namesAndValues) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return function.call(new Arguments(arguments), NOW).asJsonObject();
  }

  private static String refusal(PublicFunction function, String... namesAndValues) {
    return assertThrows(FunctionFailure.class, () -> call(function, namesAndValues)).wireError();
  }

  @Test
  void tells_the_time_in_the_published_formats() {
    JsonObject time = call(new TimeFunction());
    assertEquals(1688669648, time.getInt("unixtime"));
    assertEquals("Thu, 06 Jul 23 18:54:08 +0000", time.getString("rfc1123"));
  }

  @Test
  void says_that_it_is_online() {
    JsonObject status = call(new SystemStatusFunction());
    assertEquals("online", status.getString("status"));
    assertEquals("2023-07-06T18:54:08Z", status.getString("timestamp"));
  }

  @Test
  void describes_all_assets() {
    JsonObject assets = call(new AssetsFunction());
    assertEquals(Assets.all().size(), assets.size());
    JsonObject bitcoin = assets.getJsonObject("XXBT");
    assertEquals("XBT", bitcoin.getString("altname"));
    assertEquals("currency", bitcoin.getString("aclass"));
    assertEquals(10, bitcoin.getInt("decimals"));
    assertEquals(5, bitcoin.getInt("display_decimals"));
    assertEquals("enabled", bitcoin.getString("status"));
  }

  @Test
  void describes_the_assets_asked_for_by_any_name() {
    assertEquals(
        Set.of("XXBT", "ZEUR", "ADA"),
        call(new AssetsFunction(), "asset", "xbt,ZEUR,ADA").keySet());
    assertEquals("EQuery:Unknown asset", refusal(new AssetsFunction(), "asset", "XBT,NOPE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXBTZUSD", "XBTUSD", "XBT/USD", "xbtusd", "BTC/USD", "BTCUSD"})
  void finds_a_pair_by_any_of_its_names(String name) {
    JsonObject pairs = call(new AssetPairsFunction(), "pair", name);
    assertEquals(Set.of("XXBTZUSD"), pairs.keySet());
  }

  @Test
  void describes_a_pair_with_the_published_fields() {
    JsonObject pair = call(new AssetPairsFunction()).getJsonObject("XXBTZUSD");
    assertEquals("XBTUSD", pair.getString("altname"));
    assertEquals("XBT/USD", pair.getString("wsname"));
    assertEquals("XXBT", pair.getString("base"));
    assertEquals("ZUSD", pair.getString("quote"));
    assertEquals(1, pair.getInt("pair_decimals"));
    assertEquals(8, pair.getInt("lot_decimals"));
    assertEquals(5, pair.getInt("cost_decimals"));
    assertEquals("0.1", pair.getString("tick_size"));
    assertEquals("0.0001", pair.getString("ordermin"));
    assertEquals("[[0,0.26]]", pair.getJsonArray("fees").toString());
    assertEquals("[[0,0.16]]", pair.getJsonArray("fees_maker").toString());
    assertTrue(pair.getJsonArray("leverage_buy").isEmpty());
  }

  @Test
  void narrows_the_description_of_pairs() {
    JsonObject fees =
        call(new AssetPairsFunction(), "pair", "XBTUSD", "info", "fees").getJsonObject("XXBTZUSD");
    assertEquals(Set.of("fees", "fees_maker", "fee_volume_currency"), fees.keySet());
    assertEquals(
        "EGeneral:Invalid arguments:info", refusal(new AssetPairsFunction(), "info", "everything"));
  }

  @Test
  void refuses_an_unknown_pair() {
    assertEquals(
        "EQuery:Unknown asset pair", refusal(new AssetPairsFunction(), "pair", "XBTUSD,XXX"));
  }

  @Test
  void every_amount_that_can_be_traded_fits_the_scale_of_its_asset() {
    for (AssetPair pair : AssetPairs.all()) {
      assertTrue(AssetPair.LOT_DECIMALS <= pair.base().decimals(), pair::id);
      assertTrue(pair.referencePrice().scale() <= pair.priceDecimals(), pair::id);
    }
  }
}
