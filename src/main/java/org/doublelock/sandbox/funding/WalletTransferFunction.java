package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Amounts;
import org.doublelock.sandbox.AskedCall;
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

  public WalletTransferFunction() {
    super("WalletTransfer", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
    takes(
        new Parameter("asset", true, "The asset"),
        new Parameter("from", true, "Spot Wallet").choice("Spot Wallet"),
        new Parameter("to", true, "Futures Wallet").choice("Futures Wallet"),
        new Parameter("amount", true, "How much"));
  }

  @Override
  public FactorNeed factorNeed() {
    return FactorNeed.ALWAYS;
  }

  record Result(String refid) {}

  @Override
  protected Result perform(AskedCall call) {
    Asset asset =
        Assets.find(call.arguments().required("asset"))
            .orElseThrow(() -> new FunctionFailure("EFunding:Unknown asset"));
    requireWallet(call.arguments(), "from", "Spot Wallet");
    requireWallet(call.arguments(), "to", "Futures Wallet");
    BigDecimal amount =
        Amounts.read(call.arguments().required("amount"))
            .filter(each -> each.scale() <= asset.decimals())
            .orElseThrow(() -> new FunctionFailure("EFunding:Invalid amount"));
    Ledger ledger = new Ledger(call.database());
    ledger.open(call.account(), call.now());
    if (!ledger.locked(call.account(), asset).covers(amount)) {
      throw new FunctionFailure("EFunding:Insufficient funds");
    }
    String reference = PublicId.funding();
    ledger.post(
        new Movement(
            Movement.Kind.WITHDRAWAL,
            reference,
            call.now(),
            List.of(
                Posting.of(Bucket.AVAILABLE, call.account(), asset, amount.negate()),
                Posting.of(Bucket.WORLD, asset, amount))));
    ledger.enter(
        call.account(),
        EntryType.TRANSFER,
        reference,
        call.now(),
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
