package org.doublelock.sandbox.trading;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.sandbox.market.AssetPair;

/** What an order waits for, and how long it lives. */
@Embeddable
class OrderConditions {

  @Enumerated(EnumType.STRING)
  @Column(name = "ordertype")
  private OrderType type;

  private BigDecimal triggerPrice;

  @Enumerated(EnumType.STRING)
  private Trigger.When triggerWhen;

  private String trail;
  private String trailLimit;
  private Instant startsAt;
  private Instant expiresAt;

  protected OrderConditions() {
    // for JPA
  }

  OrderConditions(OrderType type, OrderPrices prices, Lifetime lifetime) {
    this.type = type;
    set(prices);
    this.startsAt = lifetime.starts().orElse(null);
    this.expiresAt = lifetime.expires().orElse(null);
  }

  private void set(OrderPrices prices) {
    this.triggerPrice = prices.trigger().map(Trigger::price).orElse(null);
    this.triggerWhen = prices.trigger().map(Trigger::when).orElse(null);
    this.trail = prices.trail().map(OrderConditions::text).orElse(null);
    this.trailLimit = prices.trailLimit().map(OrderConditions::text).orElse(null);
  }

  private static String text(RelativePrice price) {
    return price.direction() + price.amount().toPlainString() + (price.isPercentage() ? "%" : "");
  }

  /** Waits for another price; for a trailing order from where the price is now. */
  void waitFor(Trigger trigger) {
    this.triggerPrice = trigger.price();
    this.triggerWhen = trigger.when();
  }

  /** Keeps a trailing order's distance behind a price that moved on. */
  void follow(AssetPair pair, BigDecimal last) {
    Trigger moved = trigger().orElseThrow().following(last, trail().orElseThrow());
    this.triggerPrice = moved.price().setScale(pair.priceDecimals(), RoundingMode.HALF_UP);
  }

  /** Empty for the orders of versions that knew two kinds only. */
  Optional<OrderType> type() {
    return Optional.ofNullable(type);
  }

  Optional<Trigger> trigger() {
    return Optional.ofNullable(triggerPrice).map(price -> new Trigger(price, triggerWhen));
  }

  Optional<RelativePrice> trail() {
    return Optional.ofNullable(trail).flatMap(RelativePrice::parse);
  }

  Optional<RelativePrice> trailLimit() {
    return Optional.ofNullable(trailLimit).flatMap(RelativePrice::parse);
  }

  Optional<Instant> startsAt() {
    return Optional.ofNullable(startsAt);
  }

  Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  boolean isDue(BigDecimal last, Instant now) {
    return startsAt().map(start -> !start.isAfter(now)).orElse(true)
        && trigger().map(trigger -> trigger.isReached(last)).orElse(true);
  }

  boolean isOver(Instant now) {
    return expiresAt().map(end -> !end.isAfter(now)).orElse(false);
  }
}
