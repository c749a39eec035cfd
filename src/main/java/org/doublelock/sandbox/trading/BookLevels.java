package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.doublelock.sandbox.market.AssetPair;

/**
 * What a book shows: the volume at each price, the best price of a side first. Read by one
 * statement, so that both sides are of one moment and never cross.
 */
record BookLevels(List<Level> asks, List<Level> bids) {

  /**
   * @param volume what is shown of it
   * @param since when the newest order came to it
   */
  record Level(Side side, BigDecimal price, BigDecimal volume, Instant since) {

    static Level of(Object[] row) {
      return new Level((Side) row[0], (BigDecimal) row[1], (BigDecimal) row[2], (Instant) row[3]);
    }
  }

  static BookLevels read(EntityManager database, AssetPair pair, Instant now) {
    List<Level> levels =
        database
            .createQuery(
                "select o.side, o.price,"
                    + " sum(case when o.displayed < o.volume - o.executed then o.displayed"
                    + " else o.volume - o.executed end), max(o.openedAt)"
                    + " from ExchangeOrder o where o.pair = :pair and o.status = :open"
                    + " and (o.conditions.expiresAt is null or o.conditions.expiresAt > :now)"
                    + " group by o.side, o.price",
                Object[].class)
            .setParameter("pair", pair.id())
            .setParameter("open", OrderStatus.OPEN)
            .setParameter("now", now)
            .getResultStream()
            .map(Level::of)
            .toList();
    Comparator<Level> byPrice = Comparator.comparing(Level::price);
    return new BookLevels(
        levels.stream().filter(each -> each.side() == Side.SELL).sorted(byPrice).toList(),
        levels.stream()
            .filter(each -> each.side() == Side.BUY)
            .sorted(byPrice.reversed())
            .toList());
  }

  /**
   * The best level of a side. With nobody there, no volume at the last price, or beyond the other
   * side where that has passed it.
   */
  Level best(Side side, AssetPair pair, BigDecimal last) {
    List<Level> own = side == Side.SELL ? asks : bids;
    List<Level> other = side == Side.SELL ? bids : asks;
    if (!own.isEmpty()) {
      return own.get(0);
    }
    BigDecimal price = last;
    if (!other.isEmpty()) {
      BigDecimal opposite = other.get(0).price();
      price =
          side == Side.SELL
              ? last.max(opposite.add(pair.tick()))
              : last.min(opposite.subtract(pair.tick())).max(BigDecimal.ZERO);
    }
    return new Level(side, price, BigDecimal.ZERO, Instant.EPOCH);
  }
}
