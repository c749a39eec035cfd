package org.doublelock.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.doublelock.TextSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultSettingsTest {

  @TempDir private Path directory;

  private static VaultSettings settings(Map<String, String> values) {
    return VaultSettings.from(new TextSettings(values));
  }

  @Test
  void keeps_the_keyset_in_the_home_directory_when_nothing_is_set() {
    Path home = Path.of(System.getProperty("user.home"));
    assertEquals(home.resolve(".doublelock/keyset.json"), settings(Map.of()).keysetFile());
  }

  @Test
  void keeps_the_keyset_in_the_data_directory() {
    assertEquals(
        Path.of("/data/keyset.json"),
        settings(Map.of("doublelock.data.dir", "/data")).keysetFile());
  }

  @Test
  void keeps_the_keyset_in_the_file_that_is_named() {
    assertEquals(
        Path.of("/keys/ours.json"),
        settings(
                Map.of(
                    "doublelock.data.dir",
                    "/data",
                    "doublelock.vault.keyset-file",
                    "/keys/ours.json"))
            .keysetFile());
  }

  @Test
  void prefers_the_keyset_itself_and_touches_no_file() {
    Path file = directory.resolve("keyset.json");
    Map<String, String> values =
        Map.of(
            "doublelock.vault.keyset",
            Keyset.generate().writeJson(),
            "doublelock.vault.keyset-file",
            file.toString());
    byte[] sealed = new SecretVault(new TextSettings(values)).seal(new byte[] {7}, "row");
    assertArrayEquals(new byte[] {7}, new SecretVault(settings(values)).open(sealed, "row"));
    assertFalse(Files.exists(file));
  }

  @Test
  void names_the_setting_that_holds_no_keyset_and_does_not_quote_it() {
    VaultSettings garbled = settings(Map.of("doublelock.vault.keyset", "{\"key\":\"hush\"}"));
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> new SecretVault(garbled));
    assertTrue(failure.getMessage().contains("doublelock.vault.keyset"));
    assertFalse(failure.getMessage().contains("hush"));
    assertFalse(failure.getCause().getMessage().contains("hush"));
    assertNull(failure.getCause().getCause());
  }
}
