package org.doublelock.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.TextSettings;
import org.doublelock.edge.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSettingsTest {

  private static final PublicUrl SITE = new PublicUrl(Optional.of("https://keys.example.com"));

  private static final Map<String, String> ENOUGH =
      Map.of(
          "doublelock.identity.issuer", "https://id.example.com/realms/people",
          "doublelock.identity.client-id", "doublelock",
          "doublelock.identity.client-secret", "a secret of the tests, no more");

  @Test
  void without_an_issuer_there_is_none_and_passwords_are_for_all() {
    ProviderSettings none =
        settings(SITE, Map.of("doublelock.identity.local-passwords", "operators"));
    assertFalse(none.isOn());
    assertTrue(none.isPasswordsForAll());
  }

  @Test
  void three_settings_are_enough() {
    ProviderSettings some = settings(SITE, ENOUGH);
    assertTrue(some.isOn());
    assertEquals("id.example.com", some.getName());
    assertTrue(some.isPasswordsForAll());
    assertFalse(some.client().toString().contains("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, http://id.example.com",
    "issuer, https://id.example.com?realm=people",
    "issuer, id.example.com",
    "client-id, ''",
    "client-secret, ''",
    "scopes, profile",
    "timeout-millis, 99",
    "timeout-millis, 60001",
    "timeout-millis, soon",
    "local-passwords, none",
    "operator-claim, groups",
    "operator-value, operators",
    "required-claim, groups",
    "required-value, people"
  })
  void what_makes_no_sense_ends_the_start_with_its_name(String setting, String value) {
    Map<String, String> settings = new HashMap<>(ENOUGH);
    settings.put("doublelock.identity." + setting, value);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> settings(SITE, settings));
    assertTrue(refused.getMessage().contains("doublelock.identity."), refused.getMessage());
  }

  @Test
  void a_key_takes_the_place_of_a_secret(@TempDir Path folder) throws Exception {
    Map<String, String> settings = new HashMap<>(ENOUGH);
    settings.put("doublelock.identity.client-key-file", file(folder, newKey("RSA")).toString());
    assertThrows(IllegalArgumentException.class, () -> settings(SITE, settings), "both");
    settings.remove("doublelock.identity.client-secret");
    assertTrue(settings(SITE, settings).isOn());
  }

  @Test
  void a_key_is_one_that_can_be_read(@TempDir Path folder) throws Exception {
    for (String content : List.of("", "no key", pem(new byte[] {1, 2, 3}), newKey("X25519"))) {
      Map<String, String> settings = new HashMap<>(ENOUGH);
      settings.remove("doublelock.identity.client-secret");
      settings.put("doublelock.identity.client-key-file", file(folder, content).toString());
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> settings(SITE, settings));
      assertTrue(refused.getMessage().contains("client-key"), refused.getMessage());
    }
  }

  private static String newKey(String kind) throws Exception {
    return pem(KeyPairGenerator.getInstance(kind).generateKeyPair().getPrivate().getEncoded());
  }

  private static String pem(byte[] content) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(content)
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static Path file(Path folder, String content) throws IOException {
    return Files.writeString(folder.resolve("client-key.pem"), content);
  }

  @Test
  void people_have_to_find_back() {
    assertThrows(
        IllegalArgumentException.class, () -> settings(new PublicUrl(Optional.empty()), ENOUGH));
  }

  private static ProviderSettings settings(PublicUrl site, Map<String, String> settings) {
    return new ProviderSettings(new TextSettings(settings), site);
  }
}
