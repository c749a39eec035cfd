package org.doublelock.sandbox.trading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.sandbox.PublicId;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/** One side of a match. Never changed afterwards. */
@Entity(name = "ExchangeTrade")
@Table(name = "exchange_trade")
class Trade {

  @Id private String id;
  private String pair;
  private long number;

  @Column(name = "order_id")
  private String order;

  @Column(name = "account_id")
  private UUID account;

  @Enumerated(EnumType.STRING)
  private Side side;

  @Enumerated(EnumType.STRING)
  private OrderKind kind;

  private BigDecimal price;
  private BigDecimal volume;
  private BigDecimal cost;
  private BigDecimal fee;
  private boolean maker;

  @Column(name = "traded_at")
  private Instant at;

  protected Trade() {
    // for JPA
  }

  /**
   * @param number the match's number within the pair, the same for both sides
   * @param maker whether this side's order was in the book already
   */
  Trade(Order order, Fill fill, long number, BigDecimal fee, boolean maker, Instant at) {
    this.id = PublicId.trade();
    this.pair = order.pair().id();
    this.number = number;
    this.order = order.id();
    this.account = order.account().value();
    this.side = order.side();
    this.kind = order.kind();
    this.price = fill.price();
    this.volume = fill.volume();
    this.cost = fill.cost();
    this.fee = fee;
    this.maker = maker;
    this.at = at;
  }

  String id() {
    return id;
  }

  AssetPair pair() {
    return AssetPairs.byId(pair);
  }

  long number() {
    return number;
  }

  String order() {
    return order;
  }

  Side side() {
    return side;
  }

  OrderKind kind() {
    return kind;
  }

  BigDecimal price() {
    return price;
  }

  BigDecimal volume() {
    return volume;
  }

  BigDecimal cost() {
    return cost;
  }

  BigDecimal fee() {
    return fee;
  }

  boolean maker() {
    return maker;
  }

  Instant at() {
    return at;
  }
}
