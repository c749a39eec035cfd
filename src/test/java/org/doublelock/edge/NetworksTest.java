package org.doublelock.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {

  private final Networks networks = new Networks(64);

  @Property
  void addresses_that_share_sixty_four_bits_are_one(@ForAll long host, @ForAll long other) {
    assertEquals(
        networks.of("2001:db8:1:2:" + groups(host)), networks.of("2001:db8:1:2:" + groups(other)));
    assertNotEquals(
        networks.of("2001:db8:1:2:" + groups(host)), networks.of("2001:db8:1:3:" + groups(host)));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "::ffff:c000:207, 192.0.2.7",
    "2001:DB8:0:0:9::1, 2001:db8::",
    "fe80::1%eth0, fe80::2%eth1"
  })
  void addresses_are_counted_by_what_they_are_not_by_how_they_are_written(String one, String same) {
    assertEquals(networks.of(same), networks.of(one));
  }

  @Test
  void ipv4_addresses_stand_for_themselves_in_either_coat() {
    assertNotEquals(networks.of("192.0.2.7"), networks.of("192.0.2.8"));
    assertNotEquals(networks.of("::ffff:192.0.2.7"), networks.of("::ffff:192.0.2.8"));
  }

  @Test
  void what_is_no_address_stands_for_itself() {
    assertEquals("start-up", networks.of("start-up"));
    assertEquals("a:b:c", networks.of("a:b:c"));
    assertEquals("", networks.of(""));
  }

  @Test
  void the_setting_decides_how_wide_a_network_is() {
    Networks wide = new Networks(48);
    assertEquals(wide.of("2001:db8:1:2::1"), wide.of("2001:db8:1:3::1"));
    Networks single = new Networks(128);
    assertNotEquals(single.of("2001:db8::1"), single.of("2001:db8::2"));
    assertThrows(IllegalArgumentException.class, () -> new Networks(0));
    assertThrows(IllegalArgumentException.class, () -> new Networks(129));
  }

  private static String groups(long host) {
    return String.format(
        "%x:%x:%x:%x",
        host >>> 48 & 0xffff, host >>> 32 & 0xffff, host >>> 16 & 0xffff, host & 0xffff);
  }
}
