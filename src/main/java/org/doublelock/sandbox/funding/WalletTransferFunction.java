package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Amounts;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.PublicId;
import org.doublelock.sandbox.ledger.Bucket;
import org.doublelock.sandbox.ledger.EntryType;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.ledger.Movement;
import org.doublelock.sandbox.ledger.Posting;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/**
 * {@code WalletTransfer}: moves an amount to the futures wallet, which is outside of this exchange.
 * The published permission is one to look only, so the key's second factor is asked for in any
 * case.
 */
@Dependent
public class WalletTransferFunction extends ExchangeFunction<WalletTransferFunction.Result> {

  @Inject
  public WalletTransferFunction(Exchange exchange) {
    super(
        exchange,
        "WalletTransfer",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  @Override
  public FactorNeed factorNeed() {
    return FactorNeed.ALWAYS;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("asset", true, "The asset"),
        new Parameter("from", true, "Spot Wallet").choice("Spot Wallet"),
        new Parameter("to", true, "Futures Wallet").choice("Futures Wallet"),
        new Parameter("amount", true, "How much"));
  }

  record Result(String refid) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Asset asset =
        Assets.find(arguments.required("asset"))
            .orElseThrow(() -> new FunctionFailure("EFunding:Unknown asset"));
    requireWallet(arguments, "from", "Spot Wallet");
    requireWallet(arguments, "to", "Futures Wallet");
    BigDecimal amount =
        Amounts.read(arguments.required("amount"))
            .filter(each -> each.scale() <= asset.decimals())
            .orElseThrow(() -> new FunctionFailure("EFunding:Invalid amount"));
    Ledger ledger = new Ledger(database);
    ledger.open(caller.account(), now);
    if (!ledger.locked(caller.account(), asset).covers(amount)) {
      throw new FunctionFailure("EFunding:Insufficient funds");
    }
    String reference = PublicId.funding();
    ledger.post(
        new Movement(
            Movement.Kind.WITHDRAWAL,
            reference,
            now,
            List.of(
                Posting.of(Bucket.AVAILABLE, caller.account(), asset, amount.negate()),
                Posting.of(Bucket.WORLD, asset, amount))));
    ledger.enter(
        caller.account(),
        EntryType.TRANSFER,
        reference,
        now,
        asset,
        amount.negate(),
        BigDecimal.ZERO);
    return new Result(reference);
  }

  private static void requireWallet(Arguments arguments, String name, String only) {
    if (!arguments.required(name).equals(only)) {
      throw FunctionFailure.invalidArgument(name);
    }
  }
}
