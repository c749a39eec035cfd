package org.doublelock.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {

  private static final PasswordHasher HASHER =
      new PasswordHasher(new HashingSettings(Optional.empty(), 200, 60_000), () -> false);

  /** From the test suite of the reference implementation of Argon2 (version 1.3, Argon2id). */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void accepts_the_password_and_no_other() {
    String hash = hash("correct horse battery");
    assertTrue(verify("correct horse battery", hash));
    assertFalse(verify("correct horse batterY", hash));
    assertFalse(verify("", hash));
  }

  @Test
  void agrees_with_the_reference_implementation() {
    assertTrue(verify("password", REFERENCE));
    assertFalse(verify("passwore", REFERENCE));
  }

  @Test
  void writes_its_parameters_and_fits_a_column() {
    String hash = hash("correct horse battery");
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertTrue(hash.length() < 128);
    assertFalse(hash.contains("horse"));
  }

  @Test
  void salts_each_hash() {
    assertNotEquals(hash("correct horse"), hash("correct horse"));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 72, 73, 128, 256, 5000})
  void uses_every_character_of_a_long_password(int length) {
    String start = "x".repeat(length - 1);
    String hash = hash(start + "a");
    assertTrue(verify(start + "a", hash));
    assertFalse(verify(start + "b", hash));
  }

  @ParameterizedTest
  @ValueSource(strings = {" spaces  count ", "пароль-密碼-🔐🔑", "a\u0000b", "\"'<&>%;"})
  void takes_spaces_and_every_script_as_they_are(String password) {
    String hash = hash(password);
    assertTrue(verify(password, hash));
    assertFalse(verify(password + " ", hash));
    assertFalse(verify(password.substring(0, password.length() - 1), hash));
  }

  @Test
  void tells_characters_outside_the_basic_plane_apart() {
    assertFalse(verify("🔐🔑🔐🔑", hash("🔐🔑🔐🔐")));
  }

  @Test
  void takes_a_password_typed_on_another_keyboard_as_the_same() {
    String composed = "caf\u00e9 \u212b\u00f1gstr\u00f6m";
    String decomposed = "cafe\u0301 A\u030an\u0303gstro\u0308m";
    assertTrue(verify(decomposed, hash(composed)));
    assertTrue(verify("full width 12", hash("full width \uff11\uff12")));
  }

  @Test
  void wants_a_hash_of_other_parameters_made_anew() {
    assertTrue(HASHER.needsRehash(REFERENCE));
    assertFalse(HASHER.needsRehash(hash("correct horse")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hush-plain-password",
        "$argon2id$hush",
        "$argon2id$v=19$m=x,t=2,p=1$hush$hush",
        "$2a$10$hushhushhushhushhushhushhushhushhushhushhushhushhushhu"
      })
  void refuses_what_is_no_hash_without_quoting_it(String garbled) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> verify("password", garbled));
    assertFalse(refusal.getMessage().contains("hush"));
    assertEquals(null, refusal.getCause());
  }

  @Test
  void spends_the_work_on_a_name_that_nobody_has_too() {
    String hash = hash("correct horse");
    HASHER.verifyAbsent("warm up", HashingLine.UNKNOWN);
    long present = fastest(() -> verify("wrong password", hash));
    long absent = fastest(() -> HASHER.verifyAbsent("wrong password", HashingLine.UNKNOWN));
    assertTrue(absent > present / 4, absent + " ns against " + present + " ns");
  }

  private static String hash(String password) {
    return HASHER.hash(password).text();
  }

  private static boolean verify(String password, String hash) {
    return HASHER.verify(password, hash, HashingLine.UNKNOWN);
  }

  /** The least of several runs, which other work on the machine disturbs least. */
  private static long fastest(Runnable work) {
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < 5; run++) {
      long start = System.nanoTime();
      work.run();
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }

  @Test
  void serves_a_crowd_correctly() throws Exception {
    String hash = hash("correct horse");
    ExecutorService crowd = Executors.newFixedThreadPool(32);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int one = 0; one < 32; one++) {
        String password = one % 2 == 0 ? "correct horse" : "wrong horse";
        answers.add(crowd.submit(() -> verify(password, hash)));
      }
      for (int one = 0; one < 32; one++) {
        assertEquals(one % 2 == 0, answers.get(one).get());
      }
    } finally {
      crowd.shutdownNow();
    }
  }
}
