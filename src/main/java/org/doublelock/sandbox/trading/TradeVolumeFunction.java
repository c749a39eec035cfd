package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.OrNull;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;
import org.doublelock.sandbox.market.Assets;
import org.doublelock.sandbox.market.Fees;

/** {@code TradeVolume}: what the account traded in 30 days, and the fees that follow. */
@Dependent
public class TradeVolumeFunction extends ExchangeFunction<TradeVolumeFunction.Result> {

  public TradeVolumeFunction() {
    super("TradeVolume", PermissionGroup.DATA, AccessRule.allOf(Permission.QUERY_FUNDS));
    takes(
        new Parameter("pair", false, "Names of pairs, to have their fees").several(),
        new Parameter("fee-info", false, "true to have the fees; they are there for each pair")
            .flag());
  }

  private static final int DAYS = 30;

  /** The same for everybody, so that there is no next tier. */
  record Tier(
      String fee,
      String minfee,
      String maxfee,
      @OrNull String nextfee,
      @OrNull String nextvolume,
      String tiervolume) {}

  record Result(
      String currency,
      String volume,
      Optional<Map<String, Tier>> fees,
      Optional<Map<String, Tier>> feesMaker) {}

  private static Map<String, Tier> tiers(List<AssetPair> pairs, BigDecimal rate) {
    String fee = Fees.percentage(rate).setScale(4).toPlainString();
    Map<String, Tier> tiers = new LinkedHashMap<>();
    pairs.forEach(
        pair ->
            tiers.put(
                pair.id(), new Tier(fee, fee, fee, null, null, Assets.USD.text(BigDecimal.ZERO))));
    return tiers;
  }

  private static BigDecimal volume(EntityManager database, AccountId account, Instant now) {
    Valuation valuation = new Valuation(database);
    return database
        .createQuery(
            "select t.pair, sum(t.cost) from ExchangeTrade t"
                + " where t.account = :account and t.at > :since group by t.pair",
            Object[].class)
        .setParameter("account", account.value())
        .setParameter("since", now.minus(DAYS, ChronoUnit.DAYS))
        .getResultStream()
        .map(
            row ->
                valuation.convert(
                    (BigDecimal) row[1], AssetPairs.byId((String) row[0]).quote(), Assets.USD))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Override
  protected Result perform(AskedCall call) {
    Optional<List<AssetPair>> pairs = call.arguments().text("pair").map(AssetPairs::allNamed);
    BigDecimal volume = volume(call.database(), call.account(), call.now());
    return new Result(
        Assets.USD.id(),
        Assets.USD.text(volume),
        pairs.map(list -> tiers(list, Fees.TAKER)),
        pairs.map(list -> tiers(list, Fees.MAKER)));
  }
}
