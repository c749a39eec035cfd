package org.doublelock.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NonceTest {

  private static final BigInteger HIGHEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1e9",
        "1.0",
        " 1",
        "1 ",
        "0x1",
        "null",
        "١٢٣",
        "１２３",
        "18446744073709551616",
        "99999999999999999999",
        "000000000000000000001"
      })
  void is_not_read_from_what_is_no_unsigned_64_bit_number(String text) {
    assertEquals(Optional.empty(), Nonce.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "1616492376594",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551615"
      })
  void is_read_from_decimal_digits_over_the_whole_range(String text) {
    assertEquals(text, Nonce.parse(text).orElseThrow().toString());
  }

  @Test
  void leading_zeros_change_nothing() {
    assertEquals(Nonce.parse("7"), Nonce.parse("007"));
  }

  @Property
  void is_ordered_as_an_unsigned_number(@ForAll long one, @ForAll long other) {
    int expected = Integer.signum(value(one).compareTo(value(other)));
    assertEquals(expected, Integer.signum(new Nonce(one).compareTo(new Nonce(other))));
    assertEquals(
        expected,
        Integer.signum(Long.compare(new Nonce(one).toOrdered(), new Nonce(other).toOrdered())));
  }

  @Property
  void comes_back_from_its_ordered_form(@ForAll long bits) {
    assertEquals(new Nonce(bits), Nonce.fromOrdered(new Nonce(bits).toOrdered()));
  }

  @Property
  void neither_wraps_above_nor_below(
      @ForAll long bits, @ForAll @LongRange(min = 0, max = 60_000_000_000L) long units) {
    BigInteger distance = BigInteger.valueOf(units);
    assertEquals(
        value(bits).add(distance).min(HIGHEST), value(new Nonce(bits).plus(units).unsignedBits()));
    assertEquals(
        value(bits).subtract(distance).max(BigInteger.ZERO),
        value(new Nonce(bits).minus(units).unsignedBits()));
  }

  @Test
  void the_lowest_has_the_lowest_ordered_form() {
    assertEquals(Long.MIN_VALUE, new Nonce(0).toOrdered());
    assertEquals(Long.MAX_VALUE, new Nonce(-1).toOrdered());
    assertTrue(new Nonce(-1).compareTo(new Nonce(0)) > 0);
  }

  private static BigInteger value(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }

  @ParameterizedTest
  @CsvSource({
    "1616492376, 2021-03-23T09:39:36Z",
    "1616492376594, 2021-03-23T09:39:36.594Z",
    "1616492376594123, 2021-03-23T09:39:36.594123Z",
    "161649237659412345, 2021-03-23T09:39:36.594123450Z",
    "1616492376594123456, 2021-03-23T09:39:36.594123456Z"
  })
  void tells_its_instant_in_whatever_unit_a_client_counts(String text, Instant instant) {
    assertEquals(Optional.of(instant), Nonce.parse(text).orElseThrow().instant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "999999999", "18446744073709551615"})
  void tells_none_where_it_is_only_a_number(String text) {
    assertEquals(Optional.empty(), Nonce.parse(text).orElseThrow().instant());
  }
}
