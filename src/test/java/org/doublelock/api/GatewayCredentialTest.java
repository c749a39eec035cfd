package org.doublelock.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayCredentialTest {

  private static final String OLD = "0123456789abcdef0123456789abcdef";
  private static final String NEW = "another-one-of-32-characters-now";

  @TempDir private Path folder;

  @Test
  void each_line_of_the_file_is_one() throws IOException {
    Path file = Files.writeString(folder.resolve("gateways"), OLD + "\n\n  " + NEW + "\n");
    GatewayCredential credential =
        new GatewayCredential(Optional.empty(), Optional.of(file.toString()));
    assertTrue(credential.admits(OLD));
    assertTrue(credential.admits(NEW));
    assertFalse(credential.admits(OLD + "\n\n  " + NEW));
    assertFalse(credential.admits(""));
  }

  @Test
  void the_setting_is_one_and_nothing_else_is() {
    GatewayCredential credential = new GatewayCredential(Optional.of(OLD), Optional.empty());
    assertTrue(credential.isConfigured());
    assertTrue(credential.admits(OLD));
    assertFalse(credential.admits(NEW));
    assertFalse(credential.admits(OLD.substring(1)));
  }

  @Test
  void without_a_setting_nobody_is_a_gateway() {
    GatewayCredential none = new GatewayCredential(Optional.empty(), Optional.empty());
    assertFalse(none.isConfigured());
    assertFalse(none.admits(""));
  }

  @Test
  void a_comment_in_the_file_is_refused_since_it_would_be_a_credential() throws IOException {
    for (String line : new String[] {"# a new one, since the first of November", NEW + " (new)"}) {
      Path file = Files.writeString(folder.resolve("gateways"), OLD + "\n" + line + "\n");
      IllegalStateException refusal =
          assertThrows(
              IllegalStateException.class,
              () -> new GatewayCredential(Optional.empty(), Optional.of(file.toString())));
      assertFalse(refusal.getMessage().contains(line));
    }
  }

  @Test
  void a_short_one_is_refused_and_not_repeated() {
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class,
            () -> new GatewayCredential(Optional.of("guessable"), Optional.empty()));
    assertTrue(refusal.getMessage().contains("doublelock.gateway.credential"));
    assertFalse(refusal.getMessage().contains("guessable"));
  }
}
