package org.doublelock.account.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelyingPartyTest {

  @Test
  void is_the_host_of_the_public_url_and_its_origin_has_no_slash() {
    assertEquals(
        Optional.of(new RelyingParty("https://lock.example", "lock.example")),
        RelyingParty.at(URI.create("https://lock.example/")));
    assertEquals(
        Optional.of(new RelyingParty("https://lock.example:8443", "lock.example")),
        RelyingParty.at(URI.create("https://lock.example:8443/")));
  }

  @Test
  void may_do_without_encryption_on_the_own_machine_only() {
    assertEquals(
        Optional.of(new RelyingParty("http://localhost:8080", "localhost")),
        RelyingParty.at(URI.create("http://localhost:8080/")));
    assertTrue(RelyingParty.at(URI.create("http://lock.example/")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://192.0.2.7/", "https://[2001:db8::1]/", "mailto:anna@lock.example"})
  void is_no_address(String url) {
    assertTrue(RelyingParty.at(URI.create(url)).isEmpty());
  }
}
