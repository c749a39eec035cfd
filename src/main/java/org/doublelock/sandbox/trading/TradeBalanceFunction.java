package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.ledger.Balance;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** {@code TradeBalance}: what the account is worth, in one asset. */
@Dependent
public class TradeBalanceFunction extends ExchangeFunction<TradeBalanceFunction.Result> {

  public TradeBalanceFunction() {
    super("TradeBalance", PermissionGroup.TRADING, AccessRule.allOf(Permission.QUERY_OPEN_TRADES));
    takes(new Parameter("asset", false, "The asset to express it in; ZUSD by default"));
  }

  /**
   * @param eb what all of it is worth
   * @param tb likewise, of what may be traded
   * @param m the margin of positions
   * @param n what they gain
   * @param c what they cost
   * @param v what they are worth
   * @param e what all of it is worth, positions included
   * @param mf what of it is not held
   */
  record Result(
      String eb, String tb, String m, String n, String c, String v, String e, String mf) {}

  @Override
  protected Result perform(AskedCall call) {
    Asset asset = Assets.named(call.arguments().text("asset").orElse(Assets.USD.id()));
    Ledger ledger = new Ledger(call.database());
    ledger.open(call.account(), call.now());
    Valuation valuation = new Valuation(call.database());
    BigDecimal worth = BigDecimal.ZERO;
    BigDecimal free = BigDecimal.ZERO;
    for (Map.Entry<Asset, Balance> each : ledger.balances(call.account()).entrySet()) {
      Balance balance = each.getValue();
      worth = worth.add(valuation.convert(balance.total(), each.getKey(), asset));
      free = free.add(valuation.convert(balance.available(), each.getKey(), asset));
    }
    return answer(asset, worth, free);
  }

  /** There are no positions here, so all figures about them are nothing. */
  private static Result answer(Asset asset, BigDecimal worth, BigDecimal free) {
    String nothing = asset.text(BigDecimal.ZERO);
    String all = asset.text(worth);
    return new Result(all, all, nothing, nothing, nothing, nothing, all, asset.text(free));
  }
}
