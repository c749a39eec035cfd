package org.doublelock.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  private static final TrustedProxies TRUSTED =
      new TrustedProxies(Optional.of("10.0.0.0/8, 192.0.2.1 2001:db8:1::/48"));

  /** A request from that address, with these headers of the kind that the test is about. */
  private static HttpServletRequest from(String remote, boolean secure, String... headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TrustedProxiesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> remote;
                  case "isSecure" -> secure;
                  case "getHeaders" -> Collections.enumeration(List.of(headers));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static String addressOf(String remote, String... forwardedFor) {
    return TRUSTED.addressOf(from(remote, false, forwardedFor));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.1.1 | 203.0.113.7 | 203.0.113.7",
        "10.1.1.1 | 198.51.100.9, 203.0.113.7 | 203.0.113.7",
        "10.1.1.1 | 198.51.100.9, 203.0.113.7, 10.2.2.2 | 203.0.113.7",
        "10.1.1.1 | 203.0.113.7,192.0.2.1,2001:db8:1::5 | 203.0.113.7",
        "10.1.1.1 | 10.3.3.3, 10.2.2.2 | 10.3.3.3",
        "10.1.1.1 | 203.0.113.7:51234 | 203.0.113.7",
        "10.1.1.1 | [2001:db8:2::7]:443 | 2001:db8:2::7",
        "10.1.1.1 | 2001:DB8:2:0::7 | 2001:db8:2::7",
        "10.1.1.1 | ::ffff:203.0.113.7 | 203.0.113.7",
        "2001:db8:1::1 | 203.0.113.7 | 203.0.113.7"
      })
  void the_caller_is_the_rightmost_that_no_trusted_proxy_is(
      String remote, String header, String caller) {
    assertEquals(caller, addressOf(remote, header));
  }

  @Test
  void several_headers_are_one_list() {
    assertEquals("203.0.113.7", addressOf("10.1.1.1", "198.51.100.9", "203.0.113.7, 10.2.2.2"));
  }

  @Test
  void from_anybody_else_the_header_says_nothing() {
    assertEquals("203.0.113.9", addressOf("203.0.113.9", "203.0.113.7"));
    assertEquals("192.0.2.2", addressOf("192.0.2.2", "203.0.113.7"));
    TrustedProxies none = new TrustedProxies(Optional.empty());
    assertEquals("127.0.0.1", none.addressOf(from("127.0.0.1", false, "203.0.113.7")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.7, unknown",
        "203.0.113.7, ",
        "203.0.113.7, 10.0.0.0/8",
        "203.0.113.7, 10.0.0.*",
        "203.0.113.7, evil\r\nX: y",
        "203.0.113.7, _hidden",
        "203.0.113.7, [10.0.0.1",
        ""
      })
  void what_is_no_address_ends_the_list_at_the_proxy_that_wrote_it(String header) {
    assertEquals("10.1.1.1", addressOf("10.1.1.1", header));
  }

  @Test
  void a_trusted_proxy_without_the_header_is_itself_the_caller() {
    assertEquals("10.1.1.1", addressOf("10.1.1.1"));
  }

  @Test
  void is_secure_where_the_connection_is_or_a_trusted_proxy_says_so_last() {
    assertTrue(TRUSTED.isSecure(from("203.0.113.7", true)));
    assertTrue(TRUSTED.isSecure(from("10.1.1.1", false, "https")));
    assertTrue(TRUSTED.isSecure(from("10.1.1.1", false, "http, HTTPS")));
    assertFalse(TRUSTED.isSecure(from("10.1.1.1", false, "https, http")));
    assertFalse(TRUSTED.isSecure(from("10.1.1.1", false)));
    assertFalse(TRUSTED.isSecure(from("203.0.113.7", false, "https")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.1, *", "10.0.0.0-9"})
  void refuse_what_is_no_address_or_range_by_the_settings_name(String setting) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new TrustedProxies(Optional.of(setting)));
    assertTrue(refusal.getMessage().contains("doublelock.trusted-proxies"));
  }
}
