package org.doublelock.sandbox.market;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.FunctionFailure;

/** Every pair that can be traded on the simulated exchange. Each has its row in the database. */
public final class AssetPairs {

  public static final AssetPair XBTUSD =
      pair("XXBTZUSD", Assets.XBT, Assets.USD, 1, "0.0001", "0.5", "37500.0");
  public static final AssetPair ETHXBT =
      pair("XETHXXBT", Assets.ETH, Assets.XBT, 5, "0.002", "0.00002", "0.06640");

  private static final List<AssetPair> ALL =
      List.of(
          pair("ADAEUR", Assets.ADA, Assets.EUR, 6, "5", "0.45", "0.340000"),
          pair("ADAUSD", Assets.ADA, Assets.USD, 6, "5", "0.5", "0.375000"),
          pair("DOTEUR", Assets.DOT, Assets.EUR, 4, "0.5", "0.45", "4.9000"),
          pair("DOTUSD", Assets.DOT, Assets.USD, 4, "0.5", "0.5", "5.4000"),
          pair("SOLEUR", Assets.SOL, Assets.EUR, 2, "0.02", "0.45", "53.60"),
          pair("SOLUSD", Assets.SOL, Assets.USD, 2, "0.02", "0.5", "59.00"),
          pair("USDTZUSD", Assets.USDT, Assets.USD, 5, "5", "0.5", "1.00000"),
          pair("XBTUSDT", Assets.XBT, Assets.USDT, 1, "0.0001", "0.5", "37500.0"),
          ETHXBT,
          pair("XETHZEUR", Assets.ETH, Assets.EUR, 2, "0.002", "0.45", "2260.00"),
          pair("XETHZUSD", Assets.ETH, Assets.USD, 2, "0.002", "0.5", "2490.00"),
          pair("XLTCZEUR", Assets.LTC, Assets.EUR, 2, "0.05", "0.45", "63.50"),
          pair("XLTCZUSD", Assets.LTC, Assets.USD, 2, "0.05", "0.5", "70.00"),
          pair("XXBTZEUR", Assets.XBT, Assets.EUR, 1, "0.0001", "0.45", "34100.0"),
          XBTUSD);

  private static final Map<String, AssetPair> BY_NAME = byName();

  private AssetPairs() {}

  private static AssetPair pair(
      String id,
      Asset base,
      Asset quote,
      int priceDecimals,
      String orderMinimum,
      String costMinimum,
      String referencePrice) {
    return new AssetPair(
        id,
        base.altname() + quote.altname(),
        base,
        quote,
        priceDecimals,
        new BigDecimal(orderMinimum),
        new BigDecimal(costMinimum),
        new BigDecimal(referencePrice));
  }

  private static Map<String, AssetPair> byName() {
    Map<String, AssetPair> names = new HashMap<>();
    for (AssetPair pair : ALL) {
      for (String name : List.of(pair.id(), pair.altname(), pair.wsname())) {
        names.put(name, pair);
        names.putIfAbsent(name.replace("XBT", "BTC"), pair);
      }
    }
    return names;
  }

  /** All pairs, ordered by id. */
  public static List<AssetPair> all() {
    return ALL;
  }

  /**
   * The pair that a client means by an id, an altname or a name with a slash, in any case; {@code
   * BTC} is taken for {@code XBT}.
   *
   * @throws FunctionFailure {@code EQuery:Unknown asset pair}
   */
  public static AssetPair named(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)))
        .orElseThrow(() -> new FunctionFailure("EQuery:Unknown asset pair"));
  }

  /**
   * The pairs that a client means by names with commas between them.
   *
   * @throws FunctionFailure {@code EQuery:Unknown asset pair}
   */
  public static List<AssetPair> allNamed(String names) {
    return Arrays.stream(names.split(",")).map(String::strip).map(AssetPairs::named).toList();
  }

  /**
   * The pair with exactly this id, as the books have it.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static AssetPair byId(String id) {
    return ALL.stream()
        .filter(pair -> pair.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no pair has the id " + id));
  }
}
