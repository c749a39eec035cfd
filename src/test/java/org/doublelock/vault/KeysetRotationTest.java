package org.doublelock.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetRotationTest {

  private static final String ROW = "api_key.sealed_secret:5f0c7b0e";
  private static final byte[] SECRET = {1, 2, 3};

  @TempDir private Path directory;
  private VaultSettings settings;
  private SecretVault vault;
  private KeysetRotation rotation;

  @BeforeEach
  void openVault() {
    settings = new VaultSettings(Optional.empty(), directory.resolve("keyset.json"));
    vault = new SecretVault(settings);
    rotation = new KeysetRotation(settings);
  }

  @Test
  void keeps_what_was_sealed_before_readable() {
    byte[] old = vault.seal(SECRET, ROW);
    rotation.rotate();
    rotation.rotate();
    vault.reload();
    assertArrayEquals(SECRET, vault.open(old, ROW));
    assertArrayEquals(SECRET, new SecretVault(settings).open(old, ROW));
  }

  @Test
  void seals_with_the_new_key_and_tells_which_secrets_still_need_it() {
    byte[] old = vault.seal(SECRET, ROW);
    assertTrue(vault.sealedWithPrimary(old));
    rotation.rotate();
    vault.reload();
    assertFalse(vault.sealedWithPrimary(old));
    assertTrue(vault.sealedWithPrimary(vault.seal(vault.open(old, ROW), ROW)));
  }

  @Test
  void rotates_the_file_that_nodes_share_where_they_know_it_by_links() throws Exception {
    Path link = directory.resolve("link.json");
    Files.createSymbolicLink(link, directory.resolve("keyset.json"));
    VaultSettings linked = new VaultSettings(Optional.empty(), link);
    new KeysetRotation(linked).rotate();
    assertTrue(Files.isSymbolicLink(link));
    byte[] sealed = new SecretVault(linked).seal(SECRET, ROW);
    assertArrayEquals(SECRET, new SecretVault(settings).open(sealed, ROW));
    assertTrue(Files.exists(directory.resolve("keyset.json.lock")), "and locks it for all");
  }

  @Test
  void counts_an_empty_text_as_not_sealed_with_the_primary_key() {
    assertFalse(vault.sealedWithPrimary(new byte[0]));
  }

  @Test
  void lets_a_node_that_was_not_told_open_what_another_sealed_with_the_new_key() {
    rotation.rotate();
    byte[] sealedElsewhere = new SecretVault(settings).seal(SECRET, ROW);
    assertArrayEquals(SECRET, vault.open(sealedElsewhere, ROW));
  }

  @Test
  void loses_no_key_when_several_rotate_at_once() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> rotations = new ArrayList<>();
      for (int time = 0; time < 8; time++) {
        rotations.add(nodes.submit(rotation::rotate));
      }
      for (Future<?> done : rotations) {
        done.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertEquals(9, new KeysetFile(settings.keysetFile()).open().size());
  }

  @Test
  void leaves_a_garbled_file_as_it_is() throws Exception {
    Files.writeString(settings.keysetFile(), "garbled");
    assertThrows(IllegalStateException.class, rotation::rotate);
    assertEquals("garbled", Files.readString(settings.keysetFile()));
  }

  @Test
  void makes_no_keyset_where_there_is_none() throws Exception {
    Files.delete(settings.keysetFile());
    assertThrows(RuntimeException.class, rotation::rotate);
    assertFalse(Files.exists(settings.keysetFile()));
  }

  @Test
  void refuses_a_keyset_given_by_a_setting() {
    String json = Keyset.generate().writeJson();
    VaultSettings given = new VaultSettings(Optional.of(json), settings.keysetFile());
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, new KeysetRotation(given)::rotate);
    assertTrue(refusal.getMessage().contains("doublelock.vault.keyset"));
  }
}
