package org.doublelock.sandbox.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.HistoryWindow;

/** {@code QueryLedgers}: ledger entries by their ids. */
@Dependent
public class QueryLedgersFunction extends ExchangeFunction<Map<String, LedgerEntryAnswer>> {

  @Inject
  public QueryLedgersFunction(Exchange exchange) {
    super(
        exchange, "QueryLedgers", PermissionGroup.DATA, AccessRule.allOf(Permission.QUERY_LEDGER));
  }

  @Override
  public int cost() {
    return 2;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter("id", true, "Ids of at most 20 ledger entries").several());
  }

  private static final int MAX = 20;

  @Override
  protected Map<String, LedgerEntryAnswer> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    List<String> ids =
        Arrays.stream(arguments.required("id").split(",")).map(String::strip).distinct().toList();
    if (ids.size() > MAX) {
      throw FunctionFailure.invalidArgument("id");
    }
    HistoryWindow permitted = HistoryWindow.permitted(caller);
    List<LedgerEntry> found =
        new LedgerEntries(database, caller.account())
            .withIds(ids).stream().filter(entry -> permitted.contains(entry.at())).toList();
    if (found.size() < ids.size()) {
      throw new FunctionFailure("EQuery:Unknown ledger");
    }
    return LedgerEntryAnswer.of(found);
  }
}
