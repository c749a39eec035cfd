package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** Calls of a key that the tests of a class share, and what they come to. */
abstract class CheckedCalls {

  static final String ARGUMENTS = "EGeneral:Invalid arguments";
  static final String KEY = "EAPI:Invalid key";
  static final String NONCE = "EAPI:Invalid nonce";
  static final String SIGNATURE = "EAPI:Invalid signature";

  static ApiClient api;
  static TestKey key;

  @BeforeAll
  static void create_a_key(Owner owner, ApiClient client) {
    api = client;
    key = owner.createKey();
  }

  static void assertPerformed(ApiAnswer answer) {
    assertEquals("", answer.error(), answer.text());
    assertEquals(200, answer.status());
  }

  static void assertRefused(String error, ApiAnswer answer) {
    assertAll(
        () -> assertEquals(error, answer.error()),
        () -> assertEquals(200, answer.status()),
        () -> assertEquals(1, answer.json().size(), "an error and nothing else"),
        () -> assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control")),
        () ->
            assertEquals(
                Optional.of("application/json"), answer.headers().firstValue("Content-Type")));
  }
}
