package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a market did in one interval.
 *
 * @param begin seconds since 1970
 * @param average zero where nothing was traded
 */
record Candle(
    long begin,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal average,
    BigDecimal volume,
    long trades) {

  /** An interval in which nothing was traded stands at the price before it. */
  static Candle still(long begin, BigDecimal price) {
    return new Candle(begin, price, price, price, price, BigDecimal.ZERO, BigDecimal.ZERO, 0);
  }

  /**
   * All intervals from the first to the last, those without trades too.
   *
   * @param traded those with trades, by their beginning
   * @param price what the market stood at before the first
   */
  static List<Candle> unbroken(
      long first, long last, long seconds, Map<Long, Candle> traded, BigDecimal price) {
    List<Candle> candles = new ArrayList<>();
    BigDecimal standing = price;
    for (long begin = first; begin <= last; begin += seconds) {
      Candle candle = traded.getOrDefault(begin, still(begin, standing));
      candles.add(candle);
      standing = candle.close();
    }
    return candles;
  }
}
