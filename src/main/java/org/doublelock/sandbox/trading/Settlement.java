package org.doublelock.sandbox.trading;

import static org.doublelock.sandbox.ledger.Bucket.AVAILABLE;
import static org.doublelock.sandbox.ledger.Bucket.FEES;
import static org.doublelock.sandbox.ledger.Bucket.HELD;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.ledger.EntryType;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.ledger.Movement;
import org.doublelock.sandbox.ledger.Posting;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.Fees;

/** Moves in the ledger what happens to orders. */
final class Settlement {

  private final EntityManager database;
  private final Ledger ledger;

  Settlement(EntityManager database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  void reserve(Order order, BigDecimal amount, Instant now) {
    ledger.post(hold(Movement.Kind.RESERVE, order, amount, now));
  }

  /** Takes an order out of the book and frees what it reserved. */
  void cancel(Order order, String reason, Instant now) {
    BigDecimal freed = order.cancel(reason, now);
    ledger.post(hold(Movement.Kind.RELEASE, order, freed.negate(), now));
  }

  private static Movement hold(Movement.Kind kind, Order order, BigDecimal amount, Instant now) {
    AccountId account = order.account();
    Asset asset = order.reservedAsset();
    return new Movement(
        kind,
        order.id(),
        now,
        List.of(
            Posting.of(AVAILABLE, account, asset, amount.negate()),
            Posting.of(HELD, account, asset, amount)));
  }

  /** Trades an order that came with one in the book. */
  void trade(Order taker, Fill fill, Market market, Instant now) {
    Order maker = fill.resting();
    long number = market.nextTrade(fill.price());
    BigDecimal takerFee = fill.fee(Fees.TAKER);
    BigDecimal makerFee = fill.fee(Fees.MAKER);
    BigDecimal takerFreed = taker.fill(fill.volume(), fill.cost(), takerFee, now);
    BigDecimal makerFreed = maker.fill(fill.volume(), fill.cost(), makerFee, now);
    boolean takerBuys = taker.side() == Side.BUY;
    Order buyer = takerBuys ? taker : maker;
    Order seller = takerBuys ? maker : taker;
    BigDecimal buyerFee = takerBuys ? takerFee : makerFee;
    BigDecimal sellerFee = takerBuys ? makerFee : takerFee;
    BigDecimal buyerFreed = takerBuys ? takerFreed : makerFreed;
    AssetPair pair = taker.pair();
    BigDecimal change = buyerFreed.subtract(fill.cost()).subtract(buyerFee);
    ledger.post(
        new Movement(
            Movement.Kind.TRADE,
            pair.id() + "#" + number,
            now,
            List.of(
                Posting.of(HELD, buyer.account(), pair.quote(), buyerFreed.negate()),
                Posting.of(AVAILABLE, buyer.account(), pair.quote(), change),
                Posting.of(
                    AVAILABLE, seller.account(), pair.quote(), fill.cost().subtract(sellerFee)),
                Posting.of(FEES, pair.quote(), buyerFee.add(sellerFee)),
                Posting.of(HELD, seller.account(), pair.base(), fill.volume().negate()),
                Posting.of(AVAILABLE, buyer.account(), pair.base(), fill.volume()))));
    record(buyer, new Trade(buyer, fill, number, buyerFee, buyer == maker, now));
    record(seller, new Trade(seller, fill, number, sellerFee, seller == maker, now));
  }

  private void record(Order order, Trade trade) {
    database.persist(trade);
    boolean buys = order.side() == Side.BUY;
    BigDecimal paid = buys ? trade.cost().negate() : trade.cost();
    BigDecimal got = buys ? trade.volume() : trade.volume().negate();
    enter(order, trade, order.pair().quote(), paid, trade.fee());
    enter(order, trade, order.pair().base(), got, BigDecimal.ZERO);
  }

  private void enter(Order order, Trade trade, Asset asset, BigDecimal amount, BigDecimal fee) {
    ledger.enter(order.account(), EntryType.TRADE, trade.id(), trade.at(), asset, amount, fee);
  }
}
