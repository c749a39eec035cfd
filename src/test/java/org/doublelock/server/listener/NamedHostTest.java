package org.doublelock.server.listener;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedHostTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys.example.com",
        "keys.example.com:8443",
        "localhost",
        "app_1:8080",
        "127.0.0.1",
        "[::1]",
        "[fe80::1]:80",
        "a:",
        "xn--bcher-kva.example"
      })
  void a_name_or_an_address_with_or_without_a_port(String host) {
    assertTrue(NamedHost.isNamed(List.of(host)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":",
        ":80",
        "a b",
        "a/b",
        "u@a",
        "a:b",
        "a:123456",
        "[::1",
        "a,b",
        "\"a\""
      })
  void anything_else_is_none(String host) {
    assertFalse(NamedHost.isNamed(List.of(host)));
  }

  @Test
  void none_at_all_is_an_older_client_and_two_are_none() {
    assertTrue(NamedHost.isNamed(List.of()));
    assertFalse(NamedHost.isNamed(List.of("a", "a")));
  }
}
