package org.doublelock.sandbox.ledger;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.HistoryWindow;

/** {@code QueryLedgers}: ledger entries by their ids. */
@Dependent
public class QueryLedgersFunction extends ExchangeFunction<Map<String, LedgerEntryAnswer>> {

  public QueryLedgersFunction() {
    super("QueryLedgers", PermissionGroup.DATA, AccessRule.allOf(Permission.QUERY_LEDGER));
    costs(2);
    takes(new Parameter("id", true, "Ids of at most 20 ledger entries").several());
  }

  private static final int MAX = 20;

  @Override
  protected Map<String, LedgerEntryAnswer> perform(AskedCall call) {
    List<String> ids = call.arguments().ids("id", MAX);
    HistoryWindow permitted = HistoryWindow.permitted(call.caller());
    List<LedgerEntry> found =
        new LedgerEntries(call.database(), call.account())
            .withIds(ids).stream().filter(entry -> permitted.contains(entry.at())).toList();
    if (found.size() < ids.size()) {
      throw new FunctionFailure("EQuery:Unknown ledger");
    }
    return LedgerEntryAnswer.of(found);
  }
}
