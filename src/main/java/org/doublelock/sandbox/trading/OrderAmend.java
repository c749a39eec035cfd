package org.doublelock.sandbox.trading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.sandbox.PublicId;

/** The terms of an order from one moment on. Never changed afterwards. */
@Entity
@Table(name = "exchange_order_amend")
class OrderAmend {

  @Id private String id;

  @Column(name = "order_id")
  private String order;

  private int number;
  private String type;
  private BigDecimal volume;
  private BigDecimal remaining;
  private BigDecimal displayed;

  @Column(name = "limit_price")
  private BigDecimal limit;

  @Column(name = "trigger_price")
  private BigDecimal trigger;

  private boolean postOnly;

  @Column(name = "amended_at")
  private Instant at;

  protected OrderAmend() {
    // for JPA
  }

  private OrderAmend(Order order, int number, String type, boolean postOnly, Instant at) {
    this.id = PublicId.trade();
    this.order = order.id();
    this.number = number;
    this.type = type;
    this.volume = order.volume();
    this.remaining = order.remaining();
    this.displayed = order.displayed().orElse(null);
    this.limit = order.price();
    this.trigger = order.conditions().trigger().map(Trigger::price).orElse(null);
    this.postOnly = postOnly;
    this.at = at;
  }

  static OrderAmend original(Order order) {
    return new OrderAmend(order, 1, "original", order.postOnly(), order.openedAt());
  }

  static OrderAmend byUser(Order order, int number, boolean postOnly, Instant at) {
    return new OrderAmend(order, number, "user", postOnly, at);
  }

  String id() {
    return id;
  }

  String type() {
    return type;
  }

  BigDecimal volume() {
    return volume;
  }

  BigDecimal remaining() {
    return remaining;
  }

  Optional<BigDecimal> displayed() {
    return Optional.ofNullable(displayed);
  }

  BigDecimal limit() {
    return limit;
  }

  Optional<BigDecimal> trigger() {
    return Optional.ofNullable(trigger);
  }

  boolean postOnly() {
    return postOnly;
  }

  Instant at() {
    return at;
  }
}
