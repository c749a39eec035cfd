package org.doublelock.sandbox.trading;

import static org.doublelock.sandbox.ledger.Bucket.AVAILABLE;
import static org.doublelock.sandbox.ledger.Bucket.FEES;
import static org.doublelock.sandbox.ledger.Bucket.HELD;
import static org.doublelock.sandbox.ledger.Bucket.WORLD;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.House;
import org.doublelock.sandbox.ledger.Bucket;
import org.doublelock.sandbox.ledger.EntryType;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.ledger.Movement;
import org.doublelock.sandbox.ledger.Posting;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.Fees;

/** Moves in the ledger what happens to the orders of one pair. */
record Settlement(EntityManager database, Ledger ledger, Market market) {

  /** Holds so much more for an order; less when negative. */
  void reserve(Order order, BigDecimal amount, Instant now) {
    if (amount.signum() != 0) {
      ledger.post(hold(Movement.Kind.RESERVE, order, amount, now));
    }
  }

  /** Takes an order out of the book and frees what it reserved. */
  void cancel(Order order, String reason, Instant now) {
    release(order, order.cancel(reason, now), now);
  }

  /** The same for an order whose time is over. */
  void expire(Order order, Instant now) {
    release(order, order.expire(now), now);
  }

  private void release(Order order, BigDecimal freed, Instant now) {
    if (freed.signum() != 0) {
      ledger.post(hold(Movement.Kind.RELEASE, order, freed.negate(), now));
    }
    closeIfAsked(order, now);
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
  void trade(Order taker, Fill fill, Instant now) {
    Order maker = fill.resting();
    long number = market.nextTrade(fill.price());
    BigDecimal takerFee = fee(taker, fill, Fees.TAKER);
    BigDecimal makerFee = fee(maker, fill, Fees.MAKER);
    BigDecimal takerFreed = taker.fill(fill.volume(), fill.cost(), takerFee, now);
    BigDecimal makerFreed = maker.fill(fill.volume(), fill.cost(), makerFee, now);
    boolean takerBuys = taker.side() == Side.BUY;
    Order buyer = takerBuys ? taker : maker;
    Order seller = takerBuys ? maker : taker;
    BigDecimal buyerFee = takerBuys ? takerFee : makerFee;
    BigDecimal sellerFee = takerBuys ? makerFee : takerFee;
    BigDecimal buyerFreed = takerBuys ? takerFreed : makerFreed;
    AssetPair pair = taker.pair();
    List<Posting> postings = new ArrayList<>();
    pay(postings, buyer, buyerFreed, fill.cost().add(buyerFee));
    postings.add(to(AVAILABLE, seller, pair.quote(), fill.cost().subtract(sellerFee)));
    postings.add(Posting.of(FEES, pair.quote(), buyerFee.add(sellerFee)));
    postings.add(to(HELD, seller, pair.base(), fill.volume().negate()));
    postings.add(to(AVAILABLE, buyer, pair.base(), fill.volume()));
    ledger.post(new Movement(Movement.Kind.TRADE, pair.id() + "#" + number, now, postings));
    record(buyer, new Trade(buyer, fill, number, buyerFee, buyer == maker, now));
    record(seller, new Trade(seller, fill, number, sellerFee, seller == maker, now));
    closeIfAsked(taker, now);
    closeIfAsked(maker, now);
  }

  private static BigDecimal fee(Order order, Fill fill, BigDecimal rate) {
    return House.is(order.account()) ? BigDecimal.ZERO : fill.fee(rate);
  }

  private static void pay(List<Posting> postings, Order buyer, BigDecimal freed, BigDecimal total) {
    Asset quote = buyer.pair().quote();
    if (House.is(buyer.account())) {
      postings.add(Posting.of(WORLD, quote, total.negate()));
      return;
    }
    postings.add(Posting.of(HELD, buyer.account(), quote, freed.negate()));
    postings.add(Posting.of(AVAILABLE, buyer.account(), quote, freed.subtract(total)));
  }

  /** The house keeps nothing: it takes from the world and gives to it. */
  private static Posting to(Bucket bucket, Order order, Asset asset, BigDecimal amount) {
    return House.is(order.account())
        ? Posting.of(WORLD, asset, amount)
        : Posting.of(bucket, order.account(), asset, amount);
  }

  private void record(Order order, Trade trade) {
    database.persist(trade);
    if (House.is(order.account())) {
      return;
    }
    boolean buys = order.side() == Side.BUY;
    BigDecimal paid = buys ? trade.cost().negate() : trade.cost();
    BigDecimal got = buys ? trade.volume() : trade.volume().negate();
    enter(order, trade, order.pair().quote(), paid, trade.fee());
    enter(order, trade, order.pair().base(), got, BigDecimal.ZERO);
  }

  private void enter(Order order, Trade trade, Asset asset, BigDecimal amount, BigDecimal fee) {
    ledger.enter(order.account(), EntryType.TRADE, trade.id(), trade.at(), asset, amount, fee);
  }

  /** What was executed of an order that is over is closed again, where that was asked for. */
  private void closeIfAsked(Order order, Instant now) {
    if (!order.status().isLive() && order.executed().signum() > 0) {
      ClosingOrder.after(order, market.lastPrice().orElse(order.pair().referencePrice()))
          .ifPresent(asked -> database.persist(order.closing(asked, market.nextOrder(), now)));
    }
  }
}
