package org.doublelock.sandbox.trading;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.PublicId;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/** What an order was asked for and stays, whatever becomes of it. */
@MappedSuperclass
abstract class AskedOrder {

  @Id private String id;

  @Column(name = "account_id")
  private UUID account;

  private String pair;

  @Enumerated(EnumType.STRING)
  private Side side;

  @Enumerated(EnumType.STRING)
  private OrderKind kind;

  private String flags;

  @Enumerated(EnumType.STRING)
  private TimeInForce timeInForce;

  private Integer userref;
  private String clientOrderId;
  private Instant openedAt;

  @Embedded private OrderConditions conditions;

  @Enumerated(EnumType.STRING)
  private SelfTradePrevention selfTrade;

  /** The order that this one closes. */
  private String openedBy;

  @Embedded private CloseOrder close;

  protected AskedOrder() {
    // for JPA
  }

  AskedOrder(AccountId account, NewOrder asked, Instant now) {
    this.id = PublicId.order();
    this.account = account.value();
    this.pair = asked.pair().id();
    this.side = asked.side();
    this.kind = asked.type().kind();
    this.flags = flags(asked);
    this.timeInForce = asked.timeInForce();
    this.userref = asked.userref().orElse(null);
    this.clientOrderId = asked.clientOrderId().orElse(null);
    this.openedAt = now;
    this.conditions = new OrderConditions(asked.type(), asked.prices(), asked.lifetime());
    this.selfTrade = asked.selfTrade();
    this.close = asked.close().orElse(null);
  }

  /** The flags as asked for; fees are always taken in the quote asset, which the answer says. */
  private static String flags(NewOrder asked) {
    TreeSet<String> flags = new TreeSet<>(asked.flags());
    if (!flags.contains("fcib")) {
      flags.add("fciq");
    }
    return String.join(",", flags);
  }

  /** Says that it follows that one, and closes what that one opened. */
  void closes(AskedOrder other) {
    openedBy = other.id;
  }

  String id() {
    return id;
  }

  AccountId account() {
    return new AccountId(account);
  }

  boolean belongsTo(AccountId other) {
    return account.equals(other.value());
  }

  AssetPair pair() {
    return AssetPairs.byId(pair);
  }

  Side side() {
    return side;
  }

  OrderKind kind() {
    return kind;
  }

  OrderConditions conditions() {
    return conditions == null ? new OrderConditions() : conditions;
  }

  OrderType type() {
    return conditions().type().orElse(kind == OrderKind.LIMIT ? OrderType.LIMIT : OrderType.MARKET);
  }

  Optional<CloseOrder> close() {
    return Optional.ofNullable(close);
  }

  Optional<String> openedBy() {
    return Optional.ofNullable(openedBy);
  }

  boolean postOnly() {
    return flags.contains("post");
  }

  /** Whether what is left after matching stays in the book. */
  boolean rests() {
    return kind == OrderKind.LIMIT && timeInForce.rests();
  }

  /** The asset that is reserved for it. */
  Asset reservedAsset() {
    return side == Side.BUY ? pair().quote() : pair().base();
  }

  String flags() {
    return flags;
  }

  TimeInForce timeInForce() {
    return timeInForce;
  }

  Optional<Integer> userref() {
    return Optional.ofNullable(userref);
  }

  Optional<String> clientOrderId() {
    return Optional.ofNullable(clientOrderId);
  }

  Instant openedAt() {
    return openedAt;
  }

  SelfTradePrevention selfTrade() {
    return selfTrade == null ? SelfTradePrevention.CANCEL_NEWEST : selfTrade;
  }
}
