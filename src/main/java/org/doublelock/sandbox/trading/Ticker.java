package org.doublelock.sandbox.trading;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    Statistics today = statistics(pair, now.truncatedTo(ChronoUnit.DAYS), last);
    Statistics day = statistics(pair, now.minus(24, ChronoUnit.HOURS), last);
    return Answer.object()
        .add("a", best(pair, Side.SELL, last))
        .add("b", best(pair, Side.BUY, last))
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

  /** The best price of a side with its volume; with nobody there, the last price and nothing. */
  private JsonArray best(AssetPair pair, Side side, BigDecimal last) {
    String bestFirst = side == Side.SELL ? "asc" : "desc";
    List<Object[]> found =
        database
            .createQuery(
                "select o.price, sum(o.volume - o.executed) from ExchangeOrder o"
                    + " where o.pair = :pair and o.status = :open and o.side = :side"
                    + " group by o.price order by o.price "
                    + bestFirst,
                Object[].class)
            .setParameter("pair", pair.id())
            .setParameter("open", OrderStatus.OPEN)
            .setParameter("side", side)
            .setMaxResults(1)
            .getResultList();
    BigDecimal price = found.isEmpty() ? last : (BigDecimal) found.get(0)[0];
    BigDecimal volume = found.isEmpty() ? BigDecimal.ZERO : (BigDecimal) found.get(0)[1];
    return Answer.array()
        .add(pair.costText(price))
        .add(volume.setScale(0, RoundingMode.DOWN).toPlainString())
        .add(volume.setScale(3, RoundingMode.DOWN).toPlainString())
        .build();
  }

  private BigDecimal lastVolume(AssetPair pair) {
    return trade(pair, Instant.EPOCH, "desc", "volume").orElse(BigDecimal.ZERO);
  }

  private Statistics statistics(AssetPair pair, Instant since, BigDecimal last) {
    Object[] row =
        database
            .createQuery(
                "select count(t), sum(t.volume), sum(t.cost), min(t.price), max(t.price)"
                    + " from ExchangeTrade t"
                    + " where t.pair = :pair and t.at >= :since and t.maker = true",
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
      BigDecimal cost,
      BigDecimal low,
      BigDecimal high,
      BigDecimal open) {

    static Statistics none(BigDecimal last) {
      return new Statistics(0, BigDecimal.ZERO, BigDecimal.ZERO, last, last, last);
    }

    BigDecimal averagePrice() {
      return trades == 0 ? low : cost.divide(volume, 10, RoundingMode.HALF_UP);
    }
  }
}
