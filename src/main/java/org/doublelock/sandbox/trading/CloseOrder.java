package org.doublelock.sandbox.trading;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Optional;
import org.doublelock.sandbox.market.AssetPair;

/** The order that follows another one, the other way, once that one was filled. */
@Embeddable
record CloseOrder(
    @Enumerated(EnumType.STRING) @Column(name = "close_ordertype") OrderType type,
    @Column(name = "close_price") String price,
    @Column(name = "close_price2") String price2) {

  /**
   * @throws org.doublelock.function.FunctionFailure as {@link OrderPrices#read} does
   */
  OrderPrices prices(AssetPair pair, Side side, BigDecimal last) {
    return OrderPrices.read(
        pair, side, type, Optional.ofNullable(price), Optional.ofNullable(price2), last);
  }
}
