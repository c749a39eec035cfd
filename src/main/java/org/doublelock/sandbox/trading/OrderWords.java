package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.doublelock.sandbox.market.AssetPair;

/** An order in the published words, such as {@code buy 1.25000000 XBTUSD @ limit 37500.0}. */
record OrderWords(
    AssetPair pair,
    Side side,
    OrderType type,
    BigDecimal volume,
    BigDecimal limit,
    Optional<Trigger> trigger,
    Optional<RelativePrice> trail,
    Optional<RelativePrice> trailLimit) {

  String order() {
    return side.code()
        + " "
        + pair.volumeText(volume)
        + " "
        + pair.altname()
        + " @ "
        + type.inWords()
        + (type == OrderType.MARKET ? "" : " " + price())
        + (type.isConditional() && type.hasLimit() ? " -> limit " + price2() : "");
  }

  /** The first price: of a conditional order what it waits for, of a trailing one the distance. */
  String price() {
    if (trail.isPresent()) {
      return distance(trail.get());
    }
    return trigger
        .map(each -> pair.priceText(each.price()))
        .orElse(type.hasLimit() ? pair.priceText(limit) : "0");
  }

  /** The second one: the limit of a conditional order. */
  String price2() {
    if (trailLimit.isPresent()) {
      return distance(trailLimit.get());
    }
    return type.isConditional() && type.hasLimit() ? pair.priceText(limit) : "0";
  }

  private String distance(RelativePrice relative) {
    return relative.direction()
        + (relative.isPercentage()
            ? relative.amount().setScale(4, RoundingMode.HALF_UP).toPlainString() + "%"
            : pair.priceText(relative.amount()));
  }
}
