package org.doublelock.sandbox.trading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The state of one pair's market; its row is the lock of the pair's order book. */
@Entity
@Table(name = "exchange_market")
class Market {

  @Id private String pair;
  private long lastOrder;
  private long lastTrade;
  private BigDecimal lastPrice;
  private Instant movedAt;

  protected Market() {
    // for JPA
  }

  /** Whether the house has not moved it for a step. */
  boolean hasStood(Duration step, Instant now) {
    return movedAt == null || !movedAt.plus(step).isAfter(now);
  }

  void moved(Instant now) {
    movedAt = now;
  }

  long nextOrder() {
    lastOrder++;
    return lastOrder;
  }

  /** The number of a trade at this price. */
  long nextTrade(BigDecimal price) {
    lastTrade++;
    lastPrice = price;
    return lastTrade;
  }

  Optional<BigDecimal> lastPrice() {
    return Optional.ofNullable(lastPrice);
  }
}
