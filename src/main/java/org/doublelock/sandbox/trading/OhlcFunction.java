package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;

/** {@code OHLC}: how a market went, in intervals; the last one is not over yet. */
@Dependent
public class OhlcFunction extends PublicMarketFunction {

  private static final int MOST = 720;
  private static final List<Integer> MINUTES =
      List.of(1, 5, 15, 30, 60, 240, 1_440, 10_080, 21_600);

  @Inject
  public OhlcFunction(Exchange exchange) {
    super(exchange, "OHLC");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("pair", true, "The pair"),
        new Parameter(
            "interval",
            false,
            "Minutes: 1 (the default), 5, 15, 30, 60, 240, 1440, 10080 or 21600"),
        new Parameter(
            "since", false, "Only intervals that begin after this, in seconds since 1970"));
  }

  @Override
  void answer(
      EntityManager database,
      AssetPair pair,
      Arguments arguments,
      Instant now,
      Map<String, Object> answer) {
    int minutes = arguments.read("interval", OhlcFunction::minutes).orElse(1);
    long since =
        arguments.read("since", Since::read).map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
    long seconds = minutes * 60L;
    List<Candle> candles =
        new Candles(database, pair)
            .last(MOST, seconds, now).stream().filter(each -> each.begin() > since).toList();
    answer.put(pair.id(), candles.stream().map(each -> describe(pair, each)).toList());
    // The last interval that is over.
    answer.put("last", Math.floorDiv(now.getEpochSecond(), seconds) * seconds - seconds);
  }

  private static Optional<Integer> minutes(String text) {
    return MINUTES.stream().filter(each -> each.toString().equals(text)).findFirst();
  }

  private static List<Object> describe(AssetPair pair, Candle candle) {
    return List.of(
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
