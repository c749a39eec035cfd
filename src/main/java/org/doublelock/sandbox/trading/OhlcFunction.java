package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.Beside;
import org.doublelock.function.InOrder;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.market.AssetPair;

/** {@code OHLC}: how a market went, in intervals; the last one is not over yet. */
@Dependent
public class OhlcFunction extends PublicMarketFunction<OhlcFunction.Result> {

  private static final int MAX = 720;
  private static final List<Integer> MINUTES =
      List.of(1, 5, 15, 30, 60, 240, 1_440, 10_080, 21_600);

  /** Of the published kind, eleven digits. */
  private static final long LAST_SECOND = 99_999_999_999L;

  public OhlcFunction() {
    super(
        "OHLC",
        new Parameter("pair", true, "The pair"),
        new Parameter(
                "interval",
                false,
                "Minutes: 1 (the default), 5, 15, 30, 60, 240, 1440, 10080 or 21600")
            .number(MINUTES),
        new Parameter("since", false, "Only intervals that begin after this, in seconds since 1970")
            .whole(0, LAST_SECOND));
  }

  /**
   * @param last when the last interval that is over began, in seconds since 1970
   */
  record Result(@Beside Map<String, List<Interval>> pairs, long last) {}

  /**
   * @param time when it began, in seconds since 1970
   * @param vwap the average price by volume
   * @param count how many trades there were
   */
  @InOrder
  record Interval(
      long time,
      String open,
      String high,
      String low,
      String close,
      String vwap,
      String volume,
      long count) {}

  @Override
  Result answer(EntityManager database, AssetPair pair, Arguments arguments, Instant now) {
    int minutes = arguments.read("interval", OhlcFunction::minutes).orElse(1);
    long since =
        arguments.read("since", Since::read).map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
    long seconds = minutes * 60L;
    List<Candle> candles =
        new Candles(database, pair)
            .last(MAX, seconds, now).stream().filter(each -> each.begin() > since).toList();
    return new Result(
        Map.of(pair.id(), candles.stream().map(each -> describe(pair, each)).toList()),
        Math.floorDiv(now.getEpochSecond(), seconds) * seconds - seconds);
  }

  private static Optional<Integer> minutes(String text) {
    return MINUTES.stream().filter(each -> each.toString().equals(text)).findFirst();
  }

  private static Interval describe(AssetPair pair, Candle candle) {
    return new Interval(
        candle.begin(),
        pair.priceText(candle.open()),
        pair.priceText(candle.high()),
        pair.priceText(candle.low()),
        pair.priceText(candle.close()),
        price(pair, candle.average()),
        pair.volumeText(candle.volume()),
        candle.trades());
  }

  private static String price(AssetPair pair, BigDecimal price) {
    return price.setScale(pair.priceDecimals(), RoundingMode.HALF_UP).toPlainString();
  }
}
