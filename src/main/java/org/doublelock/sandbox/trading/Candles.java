package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.sandbox.market.AssetPair;

/** Adds a pair's trades up to candles. */
final class Candles {

  private final EntityManager database;
  private final AssetPair pair;

  Candles(EntityManager database, AssetPair pair) {
    this.database = database;
    this.pair = pair;
  }

  /** The last so many up to now, none of them older than the first trade. */
  List<Candle> last(int count, long seconds, Instant now) {
    long last = Math.floorDiv(now.getEpochSecond(), seconds) * seconds;
    long first = last - (count - 1) * seconds;
    Map<Long, Candle> traded = traded(Instant.ofEpochSecond(first), seconds);
    BigDecimal before = priceBefore(Instant.ofEpochSecond(first));
    long begin = before == null ? traded.keySet().stream().min(Long::compare).orElse(last) : first;
    return Candle.unbroken(
        begin, last, seconds, traded, before == null ? pair.referencePrice() : before);
  }

  private BigDecimal priceBefore(Instant time) {
    return database
        .createQuery(
            "select t.price from ExchangeTrade t where t.pair = :pair and t.maker = true"
                + " and t.at < :time order by t.number desc",
            BigDecimal.class)
        .setParameter("pair", pair.id())
        .setParameter("time", time)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private Map<Long, Candle> traded(Instant from, long seconds) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        database
            .createNativeQuery(
                "select t.place, min(t.number), max(t.number), min(t.price), max(t.price),"
                    + " sum(t.price * t.volume), sum(t.volume), count(*)"
                    + " from (select floor(extract(epoch from traded_at) / "
                    + seconds
                    + ") as place, number, price, volume from exchange_trade where pair = :pair"
                    + " and maker = true and traded_at >= :since) t group by t.place")
            .setParameter("pair", pair.id())
            .setParameter("since", from)
            .getResultList();
    Set<Long> ends = new HashSet<>();
    rows.forEach(row -> ends.addAll(List.of(number(row[1]), number(row[2]))));
    Map<Long, BigDecimal> prices = prices(ends);
    Map<Long, Candle> candles = new HashMap<>();
    for (Object[] row : rows) {
      long begin = number(row[0]) * seconds;
      candles.put(
          begin,
          new Candle(
              begin,
              prices.get(number(row[1])),
              (BigDecimal) row[4],
              (BigDecimal) row[3],
              prices.get(number(row[2])),
              AveragePrice.of((BigDecimal) row[5], (BigDecimal) row[6]),
              (BigDecimal) row[6],
              number(row[7])));
    }
    return candles;
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private Map<Long, BigDecimal> prices(Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return database
        .createQuery(
            "select t.number, t.price from ExchangeTrade t where t.pair = :pair"
                + " and t.maker = true and t.number in :numbers",
            Object[].class)
        .setParameter("pair", pair.id())
        .setParameter("numbers", numbers)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (BigDecimal) row[1]));
  }
}
