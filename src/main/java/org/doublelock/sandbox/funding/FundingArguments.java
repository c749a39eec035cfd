package org.doublelock.sandbox.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Amounts;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** Reads the arguments that the funding functions share. */
final class FundingArguments {

  private final Arguments arguments;

  FundingArguments(Arguments arguments) {
    this.arguments = arguments;
  }

  /**
   * The method of the asset asked for, which has to be the one named, if one is.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments}, {@code EFunding:Unknown asset},
   *     {@code EFunding:No funding method}
   */
  FundingMethod method() {
    return FundingMethod.of(asset(arguments.required("asset")))
        .filter(method -> arguments.text("method").map(method.name()::equals).orElse(true))
        .orElseThrow(() -> new FunctionFailure("EFunding:No funding method"));
  }

  /**
   * The methods of the asset, by the name and on the network asked for; all when nothing is.
   *
   * @throws FunctionFailure {@code EFunding:Unknown asset}
   */
  List<FundingMethod> methods() {
    Optional<Asset> asset = arguments.text("asset").map(FundingArguments::asset);
    return FundingMethod.all().stream()
        .filter(method -> asset.map(method.asset()::equals).orElse(true))
        .filter(method -> arguments.text("method").map(method.name()::equals).orElse(true))
        .filter(method -> arguments.text("network").map(method.network()::equals).orElse(true))
        .toList();
  }

  List<Asset> assets() {
    return methods().stream().map(FundingMethod::asset).toList();
  }

  private static Asset asset(String name) {
    return Assets.find(name).orElseThrow(() -> new FunctionFailure("EFunding:Unknown asset"));
  }

  /**
   * The address saved under {@code key}.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments}, {@code EFunding:Unknown withdraw
   *     key}, {@code EFunding:Invalid withdrawal address} when an address is sent along that is not
   *     the saved one
   */
  WithdrawalAddress savedAddress(AddressBook book, Asset asset) {
    WithdrawalAddress saved =
        book.find(arguments.required("key"), asset)
            .orElseThrow(() -> new FunctionFailure("EFunding:Unknown withdraw key"));
    if (!arguments.text("address").map(saved.address()::equals).orElse(true)) {
      throw new FunctionFailure("EFunding:Invalid withdrawal address");
    }
    return saved;
  }

  /**
   * What is to leave the account: enough to send the least amount after the fee.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments}, {@code EFunding:Invalid amount},
   *     {@code EFunding:Max fee exceeded}
   */
  BigDecimal amount(FundingMethod method) {
    BigDecimal amount = amount("amount", arguments.required("amount"), method.asset());
    Optional<BigDecimal> highestFee =
        arguments.text("max_fee").map(text -> amount("max_fee", text, method.asset()));
    if (highestFee.filter(highest -> method.fee().compareTo(highest) > 0).isPresent()) {
      throw new FunctionFailure("EFunding:Max fee exceeded");
    }
    if (amount.subtract(method.fee()).compareTo(method.minimum()) < 0) {
      throw new FunctionFailure("EFunding:Invalid amount");
    }
    return amount;
  }

  private static BigDecimal amount(String name, String text, Asset asset) {
    return Amounts.read(text)
        .filter(amount -> amount.scale() <= asset.decimals())
        .orElseThrow(
            () ->
                name.equals("amount")
                    ? new FunctionFailure("EFunding:Invalid amount")
                    : FunctionFailure.invalidArgument(name));
  }
}
