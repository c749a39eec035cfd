package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.doublelock.sandbox.market.AssetPair;

/** What everybody may see of a pair's trades: the side that was in the book, of each. */
record PublicTrades(EntityManager database, AssetPair pair) {

  /**
   * The oldest after that time; without one, the newest. The oldest first either way. Who goes on
   * from the last one's time misses none: all of that time are there, above the count too.
   */
  List<Trade> list(Optional<Instant> since, int count) {
    List<Trade> found =
        new ArrayList<>(
            database
                .createQuery(
                    "from ExchangeTrade t where t.pair = :pair and t.maker = true and t.at > :since"
                        + " order by t.number "
                        + (since.isPresent() ? "asc" : "desc"),
                    Trade.class)
                .setParameter("pair", pair.id())
                .setParameter("since", since.orElse(Instant.EPOCH))
                .setMaxResults(count)
                .getResultList());
    if (since.isEmpty()) {
      Collections.reverse(found);
    } else if (found.size() == count) {
      found.addAll(ofTheSameTime(found.get(count - 1)));
    }
    return found;
  }

  private List<Trade> ofTheSameTime(Trade last) {
    return database
        .createQuery(
            "from ExchangeTrade t where t.pair = :pair and t.maker = true and t.at = :at"
                + " and t.number > :number order by t.number",
            Trade.class)
        .setParameter("pair", pair.id())
        .setParameter("at", last.at())
        .setParameter("number", last.number())
        .getResultList();
  }
}
