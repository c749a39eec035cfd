package org.doublelock.sandbox.ledger;

import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.HistoryWindow;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** {@code Ledgers}: every change of what the account owns, the newest first. */
@Dependent
public class LedgersFunction extends ExchangeFunction<LedgersFunction.Result> {

  public LedgersFunction() {
    super("Ledgers", PermissionGroup.DATA, AccessRule.allOf(Permission.QUERY_LEDGER));
    costs(2);
    takes(
        new Parameter("asset", false, "Names of assets; all by default").several(),
        new Parameter("aclass", false, "The asset class; always currency"),
        new Parameter(
                "type",
                false,
                "all (the default) or one of the published types; what does not happen here finds"
                    + " nothing")
            .choice(EntryType.filters(), Function.identity()));
    takes(HistoryWindow.PARAMETERS);
    takes(new Parameter("without_count", false, "true to leave the count out").flag());
  }

  record Result(Map<String, LedgerEntryAnswer> ledger, Optional<Long> count) {}

  @Override
  protected Result perform(AskedCall call) {
    new Ledger(call.database()).open(call.account(), call.now());
    LedgerEntries entries = new LedgerEntries(call.database(), call.account());
    HistoryWindow window = HistoryWindow.asked(call, entries::timeOf);
    List<Asset> assets =
        call.arguments()
            .text("asset")
            .filter(names -> !names.equals("all"))
            .map(Assets::allNamed)
            .orElse(Assets.all());
    Set<EntryType> types =
        call.arguments().read("type", EntryType::ofFilter).orElse(EnumSet.allOf(EntryType.class));
    return new Result(
        LedgerEntryAnswer.of(entries.page(window, assets, types)),
        HistoryWindow.count(call, () -> entries.count(window, assets, types)));
  }
}
