package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.sandbox.market.AssetPair;

/** One order whose time has come: it leaves, or it comes to the book. */
final class Release {

  private final EntityManager database;
  private final AssetPair pair;

  Release(EntityManager database, AssetPair pair) {
    this.database = database;
    this.pair = pair;
  }

  /** Answers the order's id; one that is not due any more stays as it is. */
  String of(String id, Instant now) {
    OrderBook book = OrderBook.lock(database, pair);
    Order order = database.find(Order.class, id);
    Execution execution = new Execution(database, book);
    if (order.status().isLive() && order.conditions().isOver(now)) {
      execution.lock(order.account(), List.of());
      execution.expire(order, now);
    } else if (order.isWaiting() && order.conditions().isDue(book.lastPrice(), now)) {
      come(order, book, execution, now);
    }
    return id;
  }

  private void come(Order order, OrderBook book, Execution execution, Instant now) {
    Optional<BigDecimal> limit = limit(order);
    if (limit.isEmpty()) {
      execution.lock(order.account(), List.of());
      execution.cancel(order, "Invalid price", now);
      return;
    }
    order.release(limit.get(), book.market().nextOrder());
    Matching matching = execution.match(order.incoming(), now);
    execution.lock(order.account(), matching.fills());
    BigDecimal needed = execution.needed(order, matching);
    Optional<String> refusal =
        Execution.refusal(order.postOnly(), order.timeInForce(), matching)
            .or(
                () ->
                    execution.covers(order, needed)
                        ? Optional.empty()
                        : Optional.of("Insufficient funds"));
    if (refusal.isPresent()) {
      execution.cancel(order, refusal.get(), now);
      return;
    }
    execution.reserve(order, needed, now);
    execution.carryOut(order, matching, now);
  }

  /** A trailing order's limit moved with what it waited for; empty where it is no price now. */
  private Optional<BigDecimal> limit(Order order) {
    Optional<RelativePrice> distance = order.conditions().trailLimit();
    if (distance.isEmpty()) {
      return Optional.of(order.price());
    }
    Trigger trigger = order.conditions().trigger().orElseThrow();
    return OrderPrices.movedLimit(pair, order.side(), distance.get(), trigger);
  }
}
