package org.doublelock.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "' 192.0.2.1 ', 192.0.2.1",
    "192.0.2.77/24, 192.0.2.0/24",
    "192.0.2.1/32, 192.0.2.1/32",
    "0.0.0.0/0, 0.0.0.0/0",
    "2001:DB8:0:0::1, 2001:db8::1",
    "2001:db8::5/32, 2001:db8::/32",
    "::/0, ::/0",
    "::1, ::1"
  })
  void is_kept_in_its_shortest_form_with_host_bits_cleared(String typed, String kept) {
    assertEquals(Optional.of(kept), AddressRange.parse(typed).map(AddressRange::text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*",
        "1.2.3",
        "1",
        "0x7f.1",
        "0x7f.0.0.1",
        "017.0.0.1",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.*",
        "1.2.*.*",
        "1.2.3.1-5",
        "1.2.3.4/33",
        "1.2.3.4/0024",
        "2001:db8::/0064",
        "::ffff:192.0.2.1/24",
        "::ffff:192.0.2.1/32",
        "::ffff:192.0.2.0/95",
        "1.2.3.4/-1",
        "1.2.3.4/",
        "/24",
        "1.2.3.4/255.255.255.0",
        "fe80::1%eth0",
        "2001:db8::/129",
        "2001:db8:::1",
        "::g",
        "*:*",
        "localhost",
        "example.org",
        "1.2.3.4:80",
        "[::1]",
        "1.2.3.4 5.6.7.8",
        "１.2.3.4",
        "all"
      })
  void garbage_is_no_range(String typed) {
    assertEquals(Optional.empty(), AddressRange.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> new AddressRange(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "192.0.2.0/24, 192.0.2.255",
    "192.0.2.1, ::ffff:192.0.2.1",
    "192.0.2.0/24, ::ffff:c000:2ff",
    "0.0.0.0/0, 203.0.113.9",
    "2001:db8::/32, 2001:db8:ffff::1",
    "2001:db8::1, 2001:0db8:0:0:0:0:0:1",
    "::1, 0:0:0:0:0:0:0:1"
  })
  void contains_what_lies_within(String range, String address) {
    assertTrue(new AddressRange(range).contains(address));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2",
    "192.0.2.0/24, 192.0.3.0",
    "0.0.0.0/0, 2001:db8::1",
    "::/0, 192.0.2.1",
    "2001:db8::/32, 2001:db9::1",
    "192.0.2.0/24, ''",
    "192.0.2.0/24, 192.0.2.0/24",
    "192.0.2.0/24, unknown",
    "192.0.2.0/24, 192.0.2",
    "0.0.0.0/0, *"
  })
  void contains_nothing_else(String range, String address) {
    assertFalse(new AddressRange(range).contains(address));
  }

  @Test
  void an_ipv4_mapped_range_admits_the_same_callers_as_the_ipv4_one() {
    AddressRange range = AddressRange.parse("::ffff:192.0.2.1").orElseThrow();
    assertTrue(range.contains("192.0.2.1"));
    assertTrue(range.contains("::ffff:192.0.2.1"));
    assertFalse(range.contains("192.0.2.2"));
    AddressRange block = AddressRange.parse("::ffff:192.0.2.7/120").orElseThrow();
    assertEquals("192.0.2.0/24", block.text());
    assertTrue(block.contains("192.0.2.200"));
    assertFalse(block.contains("192.0.3.1"));
  }
}
