package org.doublelock.sandbox.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.HistoryWindow;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** {@code Ledgers}: every change of what the account owns, the newest first. */
@Dependent
public class LedgersFunction extends ExchangeFunction {

  @Inject
  public LedgersFunction(Exchange exchange) {
    super(exchange, "Ledgers", PermissionGroup.DATA, AccessRule.allOf(Permission.QUERY_LEDGER));
  }

  @Override
  public int cost() {
    return 2;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("asset", false, "Names of assets, with commas between them; all by default"),
        new Parameter("aclass", false, "The asset class; always currency"),
        new Parameter(
            "type",
            false,
            "all (the default) or one of the published types; what does not happen here finds"
                + " nothing"),
        new Parameter(
            "start",
            false,
            "Nothing from this time or before it, in seconds since 1970, or an id instead"),
        new Parameter(
            "end", false, "Nothing after this time, in seconds since 1970, or an id instead"),
        new Parameter(
            "ofs", false, "How many of the newest to leave out; an answer has at most 50"),
        new Parameter("without_count", false, "true to leave the count out"));
  }

  @Override
  protected JsonValue perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    new Ledger(database).open(caller.account(), now);
    LedgerEntries entries = new LedgerEntries(database, caller.account());
    HistoryWindow window = HistoryWindow.asked(caller, arguments, entries::timeOf);
    List<Asset> assets = assets(arguments.text("asset").orElse("all"));
    Set<EntryType> types =
        arguments.read("type", EntryType::ofFilter).orElse(EnumSet.allOf(EntryType.class));
    JsonObjectBuilder answer =
        Answer.object().add("ledger", LedgerEntryAnswer.of(entries.page(window, assets, types)));
    if (!arguments.flag("without_count")) {
      answer.add("count", entries.count(window, assets, types));
    }
    return answer.build();
  }

  private static List<Asset> assets(String asked) {
    if (asked.equals("all")) {
      return Assets.all();
    }
    return Assets.findAll(asked).orElseThrow(() -> new FunctionFailure("EQuery:Unknown asset"));
  }
}
