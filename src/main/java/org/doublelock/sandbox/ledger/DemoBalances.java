package org.doublelock.sandbox.ledger;

import java.math.BigDecimal;
import java.util.Map;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** What the simulated world gives to every account that comes for the first time. */
final class DemoBalances {

  private static final Map<Asset, BigDecimal> GIFTS =
      Map.of(
          Assets.USD, new BigDecimal("250000"),
          Assets.EUR, new BigDecimal("250000"),
          Assets.XBT, new BigDecimal("10"),
          Assets.ETH, new BigDecimal("100"),
          Assets.LTC, new BigDecimal("500"),
          Assets.ADA, new BigDecimal("100000"),
          Assets.DOT, new BigDecimal("5000"),
          Assets.SOL, new BigDecimal("500"),
          Assets.USDT, new BigDecimal("50000"));

  private DemoBalances() {}

  static BigDecimal of(Asset asset) {
    return GIFTS.getOrDefault(asset, BigDecimal.ZERO);
  }
}
