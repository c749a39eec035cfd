package org.doublelock.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

  private static PublicUrl of(String setting) {
    return new PublicUrl(Optional.of(setting));
  }

  @ParameterizedTest
  @CsvSource({
    "https://keys.example, https://keys.example/",
    "https://keys.example/, https://keys.example/",
    "HTTPS://keys.example:8443, https://keys.example:8443/",
    "http://[::1]:8080, http://[::1]:8080/"
  })
  void is_scheme_host_and_port(String setting, String base) {
    assertEquals(URI.create(base), of(setting).base().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys.example",
        "//keys.example",
        "ftp://keys.example",
        "javascript:alert(1)",
        "https://keys.example/app",
        "https://keys.example/?a=b",
        "https://keys.example/#top",
        "https://someone@keys.example",
        "https://",
        "https:///sign-in",
        "https://keys.example:port",
        "https://keys example"
      })
  void refuses_anything_else_by_the_settings_name(String setting) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> of(setting));
    assertTrue(refusal.getMessage().contains("doublelock.public-url"), refusal.getMessage());
  }

  @Test
  void makes_links_to_our_own_pages() {
    assertEquals(
        URI.create("https://keys.example/freeze?token=abc"),
        of("https://keys.example").link("/freeze?token=abc").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"//elsewhere.example/x", "https://elsewhere.example", "sign-in", ""})
  void makes_no_link_that_could_lead_elsewhere(String path) {
    assertThrows(IllegalArgumentException.class, () -> of("https://keys.example").link(path));
  }

  @Test
  void shows_what_is_configured_and_only_without_it_where_the_request_was_sent() {
    URI asked = URI.create("http://forged.example/help/");
    assertEquals("https://keys.example", of("https://keys.example").shown(asked));
    assertEquals("http://forged.example", new PublicUrl(Optional.empty()).shown(asked));
    assertTrue(new PublicUrl(Optional.empty()).link("/sign-in").isEmpty());
  }
}
