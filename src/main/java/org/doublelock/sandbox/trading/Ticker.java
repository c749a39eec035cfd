package org.doublelock.sandbox.trading;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.doublelock.sandbox.Answer;
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

  JsonObject of(AssetPair pair) {
    BigDecimal last = valuation.price(pair);
    BookLevels book = BookLevels.read(database, pair, now);
    Statistics today = statistics(pair, now.truncatedTo(ChronoUnit.DAYS), last);
    Statistics day = statistics(pair, now.minus(24, ChronoUnit.HOURS), last);
    return Answer.object()
        .add("a", level(pair, book.best(Side.SELL, pair, last)))
        .add("b", level(pair, book.best(Side.BUY, pair, last)))
        .add("c", Answer.array().add(pair.costText(last)).add(pair.volumeText(lastVolume(pair))))
        .add("v", both(today, day, each -> pair.volumeText(each.volume())))
        .add("p", both(today, day, each -> pair.costText(each.averagePrice())))
        .add("t", Answer.array().add(today.trades()).add(day.trades()))
        .add("l", both(today, day, each -> pair.costText(each.low())))
        .add("h", both(today, day, each -> pair.costText(each.high())))
        .add("o", pair.costText(today.open()))
        .build();
  }

  private static JsonArray both(
      Statistics today, Statistics day, Function<Statistics, String> figure) {
    return Answer.array().add(figure.apply(today)).add(figure.apply(day)).build();
  }

  /** Where somebody stands, neither the whole lots nor the volume are nothing. */
  private static JsonArray level(AssetPair pair, BookLevels.Level level) {
    BigDecimal volume = level.volume();
    BigDecimal lots =
        volume.setScale(
            0, volume.compareTo(BigDecimal.ONE) < 0 ? RoundingMode.UP : RoundingMode.DOWN);
    return Answer.array()
        .add(pair.costText(level.price()))
        .add(lots.toPlainString())
        .add(volume.setScale(3, RoundingMode.UP).toPlainString())
        .build();
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
