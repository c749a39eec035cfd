package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of TLS is understood, or refused. */
class HostsInTurnTest {

  private static final String URL = "jdbc:postgresql://db.example.com/lock";

  @ParameterizedTest
  @ValueSource(strings = {"?sslMode=verify-full", "?SSLMODE=verify-full", "?sslcertificate=x"})
  void a_word_for_tls_that_the_driver_would_pass_over_is_refused(String query) {
    assertThrows(SQLException.class, () -> open(URL + query, Map.of()));
  }

  @Test
  void authorities_need_a_mode_that_looks_at_them() {
    Map<String, String> root = Map.of("sslrootcert", "/etc/ca.pem");
    assertThrows(SQLException.class, () -> open(URL, root));
    assertThrows(SQLException.class, () -> open(URL + "?sslmode=require", root));
    assertDoesNotThrow(() -> open(URL + "?sslmode=verify-ca", root));
    assertDoesNotThrow(() -> open(URL + "?sslmode=VERIFY-FULL", root));
    assertDoesNotThrow(() -> open(URL + "?ssl=true", root), "which verifies in full");
    assertThrows(SQLException.class, () -> open(URL + "?ssl=true&sslmode=require", root));
    assertDoesNotThrow(
        () -> open(URL, Map.of("sslrootcert", "/etc/ca.pem", "sslmode", "verify-full")));
  }

  @Test
  void a_setting_holds_where_the_url_only_seems_to_have_it() {
    String url = URL + "?application=1;sslmode=disable";
    Map<String, String> root = Map.of("sslrootcert", "/etc/ca.pem", "sslmode", "verify-full");
    assertDoesNotThrow(() -> open(url, root));
  }

  private static void open(String url, Map<String, String> settings) throws SQLException {
    new HostsInTurn(url, "lock", "secret", settings);
  }
}
