package org.doublelock.sandbox.trading;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.House;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.Fees;

/**
 * An order, its terms as they stand and how far it has come. Changed only under the lock of its
 * market.
 */
@Entity(name = "ExchangeOrder")
@Table(name = "exchange_order")
class Order extends AskedOrder {

  private long sequence;
  private BigDecimal price;
  private BigDecimal volume;
  private BigDecimal executed;
  private BigDecimal cost;
  private BigDecimal fee;

  /** What is held for it: of the quote asset when buying, of the base asset when selling. */
  private BigDecimal reserved;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  private Instant closedAt;
  private String reason;

  /** What an iceberg shows; empty for an order that shows itself. */
  private BigDecimal displayed;

  protected Order() {
    // for JPA
  }

  /**
   * An order outside the book, with nothing reserved for it.
   *
   * @param volume of the base asset
   * @param sequence its place in the order of arrival within the pair
   */
  Order(AccountId account, NewOrder asked, BigDecimal volume, long sequence, Instant now) {
    super(account, asked, now);
    this.sequence = sequence;
    this.price = asked.price();
    this.volume = volume;
    this.executed = BigDecimal.ZERO;
    this.cost = BigDecimal.ZERO;
    this.fee = BigDecimal.ZERO;
    this.reserved = BigDecimal.ZERO;
    this.status = OrderStatus.WAITING;
    this.displayed = asked.displayed().orElse(null);
  }

  /** The order that follows this one: all that was executed, the other way. */
  Order closing(NewOrder asked, long place, Instant now) {
    Order order = new Order(account(), asked, executed, place, now);
    order.closes(this);
    return order;
  }

  /**
   * What a limit order must hold to be sure to pay for a volume: all it can cost, with the higher
   * fee, rounded up. Costs and fees themselves are rounded down, so what a fill frees always pays
   * for it.
   */
  static BigDecimal reserve(AssetPair pair, Side side, BigDecimal price, BigDecimal volume) {
    if (side == Side.SELL) {
      return pair.base().ceiling(volume);
    }
    return pair.quote().ceiling(price.multiply(volume).multiply(BigDecimal.ONE.add(Fees.TAKER)));
  }

  /**
   * Comes to the book, or has its reserve changed there.
   *
   * @param amount what is held for it from now on
   */
  void reserve(BigDecimal amount) {
    status = OrderStatus.OPEN;
    reserved = amount;
  }

  /** What it needs to be held for the volume that is left. */
  BigDecimal needed(BigDecimal asVolume) {
    return reserve(pair(), side(), price, asVolume.subtract(executed));
  }

  /** Takes other terms; a place behind those that are there where it asks for more. */
  void amend(BigDecimal newVolume, BigDecimal newPrice, Optional<BigDecimal> shown, long place) {
    volume = newVolume;
    price = newPrice;
    displayed = shown.orElse(null);
    sequence = place;
  }

  /** The house takes its order out, to move it. */
  void withdraw() {
    status = OrderStatus.CLOSED;
  }

  /** The house offers so much more with it than was executed of it. */
  void quote(BigDecimal at, BigDecimal amount, long place) {
    status = OrderStatus.OPEN;
    closedAt = null;
    price = at;
    volume = executed.add(amount);
    sequence = place;
  }

  /** The limit that a released order trades at, and its place. */
  void release(BigDecimal limit, long place) {
    price = limit;
    sequence = place;
  }

  /**
   * Takes part in a trade.
   *
   * @return what is no longer reserved, for a buying order what it pays included
   */
  BigDecimal fill(BigDecimal filled, BigDecimal paid, BigDecimal charged, Instant now) {
    executed = executed.add(filled);
    cost = cost.add(paid);
    fee = fee.add(charged);
    BigDecimal before = reserved;
    reserved = stillNeeded(paid.add(charged));
    if (remaining().signum() == 0) {
      status = OrderStatus.CLOSED;
      closedAt = now;
    }
    return before.subtract(reserved);
  }

  private BigDecimal stillNeeded(BigDecimal spent) {
    if (House.is(account())) {
      return BigDecimal.ZERO;
    }
    if (kind() == OrderKind.MARKET && side() == Side.BUY) {
      return reserved.subtract(spent);
    }
    return reserve(pair(), side(), price, remaining());
  }

  /**
   * Leaves the book, or never enters it.
   *
   * @return what was reserved until now
   */
  BigDecimal cancel(String why, Instant now) {
    return end(OrderStatus.CANCELED, why, now);
  }

  /** Is over because its time is. */
  BigDecimal expire(Instant now) {
    return end(OrderStatus.EXPIRED, null, now);
  }

  private BigDecimal end(OrderStatus how, String why, Instant now) {
    if (!status.isLive()) {
      throw new IllegalStateException("the order " + id() + " is " + status.code());
    }
    status = how;
    reason = why;
    closedAt = now;
    BigDecimal freed = reserved;
    reserved = BigDecimal.ZERO;
    return freed;
  }

  BigDecimal price() {
    return price;
  }

  BigDecimal volume() {
    return volume;
  }

  BigDecimal executed() {
    return executed;
  }

  BigDecimal remaining() {
    return volume.subtract(executed);
  }

  BigDecimal cost() {
    return cost;
  }

  BigDecimal fee() {
    return fee;
  }

  Optional<BigDecimal> displayed() {
    return Optional.ofNullable(displayed);
  }

  long sequence() {
    return sequence;
  }

  boolean isWaiting() {
    return status == OrderStatus.WAITING;
  }

  /** As it comes to the book. */
  Incoming incoming() {
    return new Incoming(
        account(), side(), kind(), price, Optional.of(remaining()), Optional.empty(), selfTrade());
  }

  OrderWords words() {
    OrderConditions waits = conditions();
    return new OrderWords(
        pair(), side(), type(), volume, price, waits.trigger(), waits.trail(), waits.trailLimit());
  }

  BigDecimal reserved() {
    return reserved;
  }

  OrderStatus status() {
    return status;
  }

  boolean isOpen() {
    return status == OrderStatus.OPEN;
  }

  Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
