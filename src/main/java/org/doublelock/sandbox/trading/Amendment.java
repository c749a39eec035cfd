package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.market.AssetPair;

/** Changes an order where it stands, and keeps the old terms. */
final class Amendment {

  private final EntityManager database;
  private final FunctionCaller caller;
  private final Arguments asked;

  Amendment(AskedCall call) {
    this.database = call.database();
    this.caller = call.caller();
    this.asked = call.arguments();
  }

  /**
   * @return the amendment's id
   * @throws FunctionFailure {@code EOrder:Unknown order}, {@code EOrder:Insufficient funds}, {@code
   *     EOrder:Post only order}, {@code EOrder:Order changed}, {@code EGeneral:Invalid arguments:}
   *     and the argument's name
   */
  String of(String id, Instant now) {
    AccountId account = caller.account();
    AssetPair pair = pair(account, id);
    OrderBook book = OrderBook.lock(database, pair);
    // Read again under the lock: until then it may have traded.
    Order order = new Orders(database, account).live(id).orElseThrow(Amendment::unknown);
    AmendedTerms terms = AmendedTerms.read(order, asked, book.lastPrice());
    OrderMeasure.refuseBeyondTaken(
        caller, () -> OrderMeasure.dollars(order, terms, new Valuation(database)));
    AmendHistory history = new AmendHistory(database, order);
    history.rememberOriginal();
    Execution execution = new Execution(database, book);
    if (order.isWaiting()) {
      execution.lock(account, List.of());
      change(order, terms, order.sequence());
    } else {
      amendInBook(order, terms, book, execution, now);
    }
    if (order.status().isLive() && order.remaining().signum() <= 0) {
      execution.cancel(order, "User requested", now);
    }
    return history.add(asked.flag("post_only"), now);
  }

  private AssetPair pair(AccountId account, String id) {
    Order order = new Orders(database, account).live(id).orElseThrow(Amendment::unknown);
    AssetPair pair = order.pair();
    database.detach(order);
    return pair;
  }

  private static FunctionFailure unknown() {
    return new FunctionFailure("EOrder:Unknown order");
  }

  private void amendInBook(
      Order order, AmendedTerms terms, OrderBook book, Execution execution, Instant now) {
    boolean keepsItsPlace =
        terms.limit().compareTo(order.price()) == 0
            && terms.volume().compareTo(order.volume()) <= 0;
    if (terms.volume().compareTo(order.executed()) <= 0) {
      execution.lock(order.account(), List.of());
      execution.cancel(order, "User requested", now);
      return;
    }
    Incoming before = order.incoming();
    Incoming amended =
        new Incoming(
            before.account(),
            before.side(),
            before.kind(),
            terms.limit(),
            Optional.of(terms.volume().subtract(order.executed())),
            Optional.empty(),
            before.selfTrade());
    Matching matching = execution.match(amended, now);
    boolean postOnly = asked.flag("post_only") || order.postOnly();
    if (Execution.refusal(postOnly, TimeInForce.GTC, matching).isPresent()) {
      throw new FunctionFailure("EOrder:Post only order");
    }
    execution.lock(order.account(), matching.fills());
    change(order, terms, keepsItsPlace ? order.sequence() : book.market().nextOrder());
    execution.reserve(order, order.needed(order.volume()), now);
    execution.carryOut(order, matching, now);
  }

  private static void change(Order order, AmendedTerms terms, long place) {
    order.amend(terms.volume(), terms.limit(), terms.displayed(), place);
    terms.trigger().ifPresent(order.conditions()::waitFor);
  }
}
