package org.doublelock.sandbox.house;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.Assets;
import org.doublelock.sandbox.trading.HouseBook;
import org.doublelock.sandbox.trading.Side;

/**
 * The house stands on both sides of each pair and moves with the walk, and lets something trade
 * each time, so that whoever tries the exchange finds somebody there.
 */
record HouseMarket(Exchange exchange, PriceWalk walk) {

  /** How often a pair moves. */
  static final Duration STEP = Duration.ofSeconds(30);

  /** How long the trades that only the house had are kept. */
  private static final Duration KEPT = Duration.ofDays(2);

  /** Distances from the walk's price, as parts of it. */
  private static final List<BigDecimal> LEVELS =
      List.of(new BigDecimal("0.0005"), new BigDecimal("0.0015"), new BigDecimal("0.004"));

  /** What stands at the first level, in the quote asset at the reference price. */
  private static final BigDecimal WORTH = new BigDecimal("50000");

  private static final BigDecimal WORTH_IN_BITCOIN = BigDecimal.ONE;

  /** Moves each pair whose time has come, in a transaction of its own. */
  void move(Instant now) {
    for (AssetPair pair : exchange.perform(database -> HouseBook.due(database, STEP, now))) {
      exchange.perform(
          database -> new HouseBook(database, pair).move(quotes(pair, now), STEP, KEPT, now));
    }
  }

  private HouseBook.Quotes quotes(AssetPair pair, Instant now) {
    long step = Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
    BigDecimal price = walk.price(pair, step);
    BigDecimal volume = volume(pair);
    List<HouseBook.Quote> quotes = new ArrayList<>();
    for (int level = 0; level < LEVELS.size(); level++) {
      BigDecimal distance =
          price
              .multiply(LEVELS.get(level))
              .setScale(pair.priceDecimals(), RoundingMode.UP)
              .max(pair.tick().multiply(BigDecimal.valueOf(level + 1L)));
      BigDecimal shown = volume.multiply(BigDecimal.valueOf(level + 1L));
      quotes.add(new HouseBook.Quote(Side.SELL, price.add(distance), shown));
      quotes.add(new HouseBook.Quote(Side.BUY, price.subtract(distance), shown));
    }
    SplittableRandom random = walk.random(pair, 1, step);
    Side taker = random.nextBoolean() ? Side.BUY : Side.SELL;
    BigDecimal traded =
        volume
            .multiply(BigDecimal.valueOf(1 + random.nextInt(50), 3))
            .setScale(AssetPair.LOT_DECIMALS, RoundingMode.HALF_UP)
            .max(pair.orderMinimum());
    return new HouseBook.Quotes(quotes, taker, traded);
  }

  /** Whole units, one at least. */
  private static BigDecimal volume(AssetPair pair) {
    BigDecimal worth = pair.quote().equals(Assets.XBT) ? WORTH_IN_BITCOIN : WORTH;
    return worth.divide(pair.referencePrice(), 0, RoundingMode.UP).max(BigDecimal.ONE);
  }
}
