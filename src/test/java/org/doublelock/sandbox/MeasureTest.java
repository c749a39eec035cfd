package org.doublelock.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls of the exchange move, in dollars, told before they are performed. */
class MeasureTest {

  private static final Map<String, PrivateFunction> FUNCTIONS = Functions.on(ExchangeOn.memory());

  private static Optional<BigDecimal> measured(String function, String arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    Arrays.stream(arguments.split("&"))
        .map(field -> field.split("=", 2))
        .forEach(field -> values.put(field[0], field[1]));
    Measure measure = FUNCTIONS.get(function).measure().orElseThrow();
    assertEquals("USD", measure.currency());
    return measure.of(new Arguments(values)).map(BigDecimal::stripTrailingZeros);
  }

  @ParameterizedTest
  @CsvSource({
    "AddOrder, pair=XBTUSD&type=buy&ordertype=limit&price=40000&volume=0.5, 20000",
    // whoever sells far below the market gives away what the market would pay
    "AddOrder, pair=XBTUSD&type=sell&ordertype=limit&price=10000&volume=0.5, 18750",
    "AddOrder, pair=XBTUSD&type=buy&ordertype=market&volume=0.5, 18750",
    // 0.0664 bitcoin each, and a bitcoin is 37500 dollars
    "AddOrder, pair=ETHXBT&type=buy&ordertype=market&volume=2, 4980",
    "AddOrder, pair=XBTUSD&type=buy&ordertype=market&volume=0.5&validate=true, 0",
    // with what follows once it is filled
    "AddOrder, pair=XBTUSD&type=buy&ordertype=limit&price=40000&volume=0.5&close[ordertype]=limit&close[price]=50000, 45000",
    "AddOrder, pair=XBTUSD&type=buy&ordertype=market&volume=0.5&close[ordertype]=limit&close[price]=30000, 37500",
    "AddOrder, pair=XBTUSD&type=buy&ordertype=market&volume=18750&oflags=viqc&close[ordertype]=limit&close[price]=50000, 43750",
    "AddOrderBatch, pair=XBTUSD&orders[0][type]=buy&orders[0][ordertype]=market&orders[0][volume]=0.5&orders[1][type]=buy&orders[1][ordertype]=market&orders[1][volume]=0.1, 22500",
    "AddOrderBatch, pair=XBTUSD&validate=true&orders[0][type]=buy&orders[0][ordertype]=market&orders[0][volume]=0.5, 0",
    "Withdraw, asset=USD&key=usd-wallet-1&amount=14, 14",
    "Withdraw, asset=XBT&key=xbt-wallet-1&amount=0.001, 37.5",
    "Withdraw, asset=XBT&key=nobodys&amount=0.00000001, 0.0004",
  })
  void in_dollars_rounded_up(String function, String arguments, BigDecimal dollars) {
    assertEquals(
        Optional.of(dollars.stripTrailingZeros()), measured(function, arguments), arguments);
  }

  /**
   * Whether a batch is only looked at is said of it as a whole; an order cannot say so of itself.
   */
  @ParameterizedTest
  @ValueSource(strings = {"[validate]", "[v]alidate", "[valid]ate", "[validate][0]", "[[validate]"})
  void no_order_of_a_batch_takes_itself_out_of_what_the_batch_costs(String field) {
    String orders =
        "pair=XBTUSD&orders[0][type]=buy&orders[0][ordertype]=market&orders[0][volume]=0.5";
    assertEquals(
        Optional.of(new BigDecimal("18750").stripTrailingZeros()),
        measured("AddOrderBatch", orders + "&orders[0]" + field + "=true"));
  }

  @ParameterizedTest
  @CsvSource({
    "AddOrder, pair=XBTUSD&type=buy&ordertype=limit&volume=0.5",
    "AddOrder, pair=XBTUSD&type=buy&ordertype=market&volume=much",
    "Withdraw, asset=USD&key=usd-wallet-1&amount=-14",
    "Withdraw, asset=GOLD&key=usd-wallet-1&amount=14",
    "Withdraw, key=usd-wallet-1"
  })
  void what_does_not_tell_it_tells_nothing(String function, String arguments) {
    assertEquals(Optional.empty(), measured(function, arguments), arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1e3", "1,5", ".5", "1 ", "0x10", "1234567890123456789"})
  void no_decimal_number(String text) {
    assertEquals(Optional.empty(), Measure.decimal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "12.", "12.50", "999999999999999999"})
  void decimal_numbers(String text) {
    assertEquals(Optional.of(new BigDecimal(text)), Measure.decimal(text));
  }
}
