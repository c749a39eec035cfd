package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices, times and averages as rules, without an exchange. */
class OrderPricesTest {

  static final AssetPair XBTUSD = AssetPairs.XBTUSD;
  private static final BigDecimal LAST = new BigDecimal("40000");
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static OrderPrices read(Side side, OrderType type, String price, String price2) {
    return OrderPrices.read(
        XBTUSD, side, type, Optional.ofNullable(price), Optional.ofNullable(price2), LAST);
  }

  @ParameterizedTest
  @CsvSource({
    "BUY, LIMIT, 39000, 39000.0",
    "BUY, LIMIT, +10, 40010.0",
    "BUY, LIMIT, -1%, 39600.0",
    "BUY, LIMIT, #1%, 39600.0",
    "SELL, LIMIT, #1%, 40400.0",
    "SELL, ICEBERG, .5, 0.5"
  })
  void a_limit_is_a_price_or_a_distance_from_the_last_one(
      Side side, OrderType type, String text, String expected) {
    assertEquals(new BigDecimal(expected), read(side, type, text, null).limit());
  }

  @ParameterizedTest
  @CsvSource({
    "SELL, STOP_LOSS, #5%, 38000.0, FALLS",
    "BUY, STOP_LOSS, #5%, 42000.0, RISES",
    "SELL, TAKE_PROFIT, #5%, 42000.0, RISES",
    "BUY, TAKE_PROFIT, #5%, 38000.0, FALLS",
    "SELL, TRAILING_STOP, +5%, 38000.0, FALLS",
    "BUY, TRAILING_STOP, +50, 40050.0, RISES"
  })
  void a_conditional_order_waits_on_the_side_that_its_kind_means(
      Side side, OrderType type, String text, String price, Trigger.When when) {
    assertEquals(
        Optional.of(new Trigger(new BigDecimal(price), when)),
        read(side, type, text, null).trigger());
  }

  @Test
  void a_second_price_is_measured_from_the_first() {
    assertEquals(
        new BigDecimal("37990.0"),
        read(Side.SELL, OrderType.STOP_LOSS_LIMIT, "38000", "-10").limit());
    assertEquals(
        new BigDecimal("42420.0"),
        read(Side.BUY, OrderType.STOP_LOSS_LIMIT, "42000", "#1%").limit());
  }

  @ParameterizedTest
  @CsvSource({
    "LIMIT, , , price",
    "LIMIT, abc, , price",
    "LIMIT, ++5, , price",
    "LIMIT, 1e3, , price",
    "LIMIT, -40000, , price",
    "LIMIT, 1, 1, price2",
    "STOP_LOSS_LIMIT, 1, , price2",
    "TRAILING_STOP, 100, , price",
    "TRAILING_STOP, -100, , price",
    "TRAILING_STOP, +0, , price",
    "TRAILING_STOP_LIMIT, +100, 39000, price2"
  })
  void a_wrong_price_is_named(OrderType type, String price, String price2, String named) {
    FunctionFailure refused =
        assertThrows(FunctionFailure.class, () -> read(Side.SELL, type, price, price2));
    assertEquals("EGeneral:Invalid arguments:" + named, refused.wireError());
  }

  @Test
  void a_trigger_follows_the_price_one_way_only() {
    RelativePrice trail = RelativePrice.parse("+10%").orElseThrow();
    Trigger sells = new Trigger(new BigDecimal("90"), Trigger.When.FALLS);
    assertEquals(
        0, new BigDecimal("180").compareTo(sells.following(new BigDecimal("200"), trail).price()));
    assertEquals(sells, sells.following(new BigDecimal("95"), trail));
    assertTrue(sells.isReached(new BigDecimal("90")));
    assertFalse(sells.isReached(new BigDecimal("90.1")));
  }

  @Test
  void times_are_seconds_from_now_or_since_1970() {
    assertEquals(Lifetime.UNBOUNDED, lifetime("starttm", "+0", "expiretm", "0"));
    assertEquals(
        new Lifetime(Optional.of(NOW.plusSeconds(60)), Optional.of(NOW.plusSeconds(90))),
        lifetime("starttm", "+60", "expiretm", "" + NOW.plusSeconds(90).getEpochSecond()));
    assertEquals(Optional.empty(), lifetime("starttm", "1000000000", "expiretm", "0").starts());
    assertTrue(lifetime("starttm", "0", "expiretm", "99999999999").expires().isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000000", "tomorrow", "+30", "-5", "1.5", "+99999999999"})
  void an_end_that_is_over_or_before_the_beginning_is_none(String end) {
    FunctionFailure refused =
        assertThrows(FunctionFailure.class, () -> lifetime("starttm", "+60", "expiretm", end));
    assertEquals("EGeneral:Invalid arguments:expiretm", refused.wireError());
  }

  private static Lifetime lifetime(String... sent) {
    return Lifetime.asked(new Arguments(Map.of(sent[0], sent[1], sent[2], sent[3])), NOW);
  }

  @Test
  void an_average_lies_between_the_prices_whatever_costs_are_rounded_to() {
    BigDecimal price = new BigDecimal("37600.1");
    BigDecimal volume = new BigDecimal("0.0001");
    assertEquals(0, price.compareTo(AveragePrice.of(price.multiply(volume), volume)));
  }
}
