package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.doublelock.function.InOrder;
import org.doublelock.sandbox.market.AssetPair;

/** What a market does now, and did today (UTC) and in the last 24 hours. */
final class Ticker {

  private final EntityManager database;
  private final Valuation valuation;
  private final Instant now;

  Ticker(EntityManager database, Instant now) {
    this.database = database;
    this.valuation = new Valuation(database);
    this.now = now;
  }

  /**
   * Of two figures the first is today's, the other that of the last 24 hours.
   *
   * @param a the best price asked
   * @param b the best price bid
   * @param c the last trade
   * @param v volume
   * @param p average price by volume
   * @param t number of trades
   * @param l lowest price
   * @param h highest price
   * @param o today's first price
   */
  record Figures(Best a, Best b, Last c, Both v, Both p, Counts t, Both l, Both h, String o) {}

  @InOrder
  record Best(String price, String wholeLotVolume, String lotVolume) {}

  @InOrder
  record Last(String price, String volume) {}

  @InOrder
  record Both(String today, String last24Hours) {

    static Both of(Statistics today, Statistics day, Function<Statistics, String> figure) {
      return new Both(figure.apply(today), figure.apply(day));
    }
  }

  @InOrder
  record Counts(long today, long last24Hours) {}

  Figures of(AssetPair pair) {
    BigDecimal last = valuation.price(pair);
    BookLevels book = BookLevels.read(database, pair, now);
    Statistics today = statistics(pair, now.truncatedTo(ChronoUnit.DAYS), last);
    Statistics day = statistics(pair, now.minus(24, ChronoUnit.HOURS), last);
    return new Figures(
        level(pair, book.best(Side.SELL, pair, last)),
        level(pair, book.best(Side.BUY, pair, last)),
        new Last(pair.costText(last), pair.volumeText(lastVolume(pair))),
        Both.of(today, day, each -> pair.volumeText(each.volume())),
        Both.of(today, day, each -> pair.costText(each.averagePrice())),
        new Counts(today.trades(), day.trades()),
        Both.of(today, day, each -> pair.costText(each.low())),
        Both.of(today, day, each -> pair.costText(each.high())),
        pair.costText(today.open()));
  }

  /** Where somebody stands, neither the whole lots nor the volume are nothing. */
  private static Best level(AssetPair pair, BookLevels.Level level) {
    BigDecimal volume = level.volume();
    BigDecimal lots =
        volume.setScale(
            0, volume.compareTo(BigDecimal.ONE) < 0 ? RoundingMode.UP : RoundingMode.DOWN);
    return new Best(
        pair.costText(level.price()),
        lots.toPlainString(),
        volume.setScale(3, RoundingMode.UP).toPlainString());
  }

  private BigDecimal lastVolume(AssetPair pair) {
    return trade(pair, Instant.EPOCH, "desc", "volume").orElse(BigDecimal.ZERO);
  }

  private Statistics statistics(AssetPair pair, Instant since, BigDecimal last) {
    Object[] row =
        database
            .createQuery(
                "select count(t), sum(t.volume), sum(t.price * t.volume), min(t.price),"
                    + " max(t.price) from ExchangeTrade t where t.pair = :pair and t.at >= :since"
                    + " and t.maker = true",
                Object[].class)
            .setParameter("pair", pair.id())
            .setParameter("since", since)
            .getSingleResult();
    long trades = (Long) row[0];
    if (trades == 0) {
      return Statistics.none(last);
    }
    return new Statistics(
        trades,
        (BigDecimal) row[1],
        (BigDecimal) row[2],
        (BigDecimal) row[3],
        (BigDecimal) row[4],
        trade(pair, since, "asc", "price").orElse(last));
  }

  /** A figure of the first or last trade since then. */
  private Optional<BigDecimal> trade(AssetPair pair, Instant since, String order, String figure) {
    return database
        .createQuery(
            "select t."
                + figure
                + " from ExchangeTrade t where t.pair = :pair and t.at >= :since"
                + " and t.maker = true order by t.number "
                + order,
            BigDecimal.class)
        .setParameter("pair", pair.id())
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private record Statistics(
      long trades,
      BigDecimal volume,
      BigDecimal turnover,
      BigDecimal low,
      BigDecimal high,
      BigDecimal open) {

    static Statistics none(BigDecimal last) {
      return new Statistics(0, BigDecimal.ZERO, BigDecimal.ZERO, last, last, last);
    }

    BigDecimal averagePrice() {
      return trades == 0 ? low : AveragePrice.of(turnover, volume);
    }
  }
}
