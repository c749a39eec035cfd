package org.doublelock.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretVaultTest {

  private static final String ROW = "api_key.sealed_secret:5f0c7b0e-8d0a-4a53-9c55-0d6f6a4f7c11";
  private static final String OTHER_ROW = ROW.replace("7c11", "7c12");
  private static final byte[] SECRET = "correct horse".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private VaultSettings settings;
  private SecretVault vault;

  @BeforeEach
  void openVault() {
    settings = new VaultSettings(Optional.empty(), directory.resolve("keyset.json"));
    vault = new SecretVault(settings);
  }

  @Test
  void opens_what_it_sealed_for_the_same_row() {
    assertArrayEquals(SECRET, vault.open(vault.seal(SECRET, ROW), ROW));
  }

  @Test
  void opens_an_empty_secret() {
    assertArrayEquals(new byte[0], vault.open(vault.seal(new byte[0], ROW), ROW));
  }

  @Test
  void opens_after_a_restart() {
    byte[] sealed = vault.seal(SECRET, ROW);
    assertArrayEquals(SECRET, new SecretVault(settings).open(sealed, ROW));
  }

  @Test
  void refuses_a_ciphertext_moved_to_another_row() {
    byte[] sealed = vault.seal(SECRET, ROW);
    assertThrows(BrokenSeal.class, () -> vault.open(sealed, OTHER_ROW));
  }

  @Test
  void refuses_any_flipped_bit() {
    byte[] sealed = vault.seal(SECRET, ROW);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] altered = sealed.clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThrows(BrokenSeal.class, () -> vault.open(altered, ROW), "bit " + bit);
    }
  }

  @Test
  void refuses_any_shorter_ciphertext() {
    byte[] sealed = vault.seal(SECRET, ROW);
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThrows(BrokenSeal.class, () -> vault.open(cut, ROW), length + " bytes");
    }
  }

  @Test
  void refuses_what_another_installation_sealed() {
    VaultSettings elsewhere =
        new VaultSettings(Optional.empty(), directory.resolve("elsewhere.json"));
    byte[] sealed = new SecretVault(elsewhere).seal(SECRET, ROW);
    assertThrows(BrokenSeal.class, () -> vault.open(sealed, ROW));
  }

  @Test
  void seals_the_same_secret_differently_each_time() {
    assertFalse(Arrays.equals(vault.seal(SECRET, ROW), vault.seal(SECRET, ROW)));
  }

  @Test
  void leaves_nothing_of_the_secret_in_the_ciphertext() {
    String sealed = new String(vault.seal(SECRET, ROW), StandardCharsets.ISO_8859_1);
    assertFalse(sealed.contains("horse"));
  }

  @Test
  void says_which_seal_is_broken_and_nothing_of_secret_or_key() throws Exception {
    byte[] sealed = vault.seal(SECRET, ROW);
    BrokenSeal broken = assertThrows(BrokenSeal.class, () -> vault.open(sealed, OTHER_ROW));
    StringWriter trace = new StringWriter();
    broken.printStackTrace(new PrintWriter(trace));
    assertTrue(broken.getMessage().contains(OTHER_ROW));
    assertFalse(trace.toString().contains("horse"));
    assertFalse(trace.toString().contains(keyMaterial()));
  }

  @Test
  void shows_no_key_in_any_text_of_itself() throws Exception {
    String json = Files.readString(settings.keysetFile());
    String texts =
        vault + " " + Keyset.parse(json) + " " + new VaultSettings(Optional.of(json), directory);
    assertFalse(texts.contains(keyMaterial()));
  }

  @Test
  void keeps_its_keyset_when_the_file_is_gone_at_a_reload() throws Exception {
    byte[] sealed = vault.seal(SECRET, ROW);
    Files.delete(settings.keysetFile());
    assertThrows(RuntimeException.class, vault::reload);
    assertFalse(Files.exists(settings.keysetFile()));
    assertArrayEquals(SECRET, vault.open(sealed, ROW));
  }

  private String keyMaterial() throws Exception {
    String value = Files.readString(settings.keysetFile()).split("\"value\"\\s*:\\s*\"")[1];
    String material = value.substring(0, value.indexOf('"'));
    assertEquals(48, material.length());
    return material;
  }
}
