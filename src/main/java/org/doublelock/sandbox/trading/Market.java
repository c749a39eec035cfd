package org.doublelock.sandbox.trading;

import jakarta.persistence.Column;
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

  @Id
  @Column(length = 16)
  private String pair;

  @Column(name = "last_order", nullable = false)
  private long lastOrder;

  @Column(name = "last_trade", nullable = false)
  private long lastTrade;

  @Column(name = "last_price", precision = 30, scale = 10)
  private BigDecimal lastPrice;

  @Column(name = "moved_at")
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
