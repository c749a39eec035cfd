package org.doublelock.sandbox.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/**
 * The way an asset comes in and goes out; each asset has one.
 *
 * @param name the published name, such as {@code Bitcoin}
 * @param minimum the smallest amount either way
 * @param fee what a withdrawal costs; deposits are free
 */
record FundingMethod(Asset asset, String name, String network, BigDecimal minimum, BigDecimal fee) {

  private static final List<FundingMethod> ALL =
      List.of(
          method(Assets.USD, "SWIFT", "SWIFT", "10", "4"),
          method(Assets.EUR, "SEPA", "SEPA", "1", "0.9"),
          method(Assets.XBT, "Bitcoin", "Bitcoin", "0.0004", "0.0002"),
          method(Assets.ETH, "Ether (Hex)", "Ethereum", "0.005", "0.0015"),
          method(Assets.LTC, "Litecoin", "Litecoin", "0.02", "0.002"),
          method(Assets.ADA, "Cardano", "Cardano", "5", "0.8"),
          method(Assets.DOT, "Polkadot", "Polkadot", "1", "0.1"),
          method(Assets.SOL, "Solana", "Solana", "0.05", "0.01"),
          method(Assets.USDT, "Tether USD (ERC20)", "Ethereum", "10", "2.5"));

  private static FundingMethod method(
      Asset asset, String name, String network, String minimum, String fee) {
    return new FundingMethod(asset, name, network, new BigDecimal(minimum), new BigDecimal(fee));
  }

  static List<FundingMethod> all() {
    return ALL;
  }

  static Optional<FundingMethod> of(Asset asset) {
    return ALL.stream().filter(method -> method.asset().equals(asset)).findFirst();
  }
}
