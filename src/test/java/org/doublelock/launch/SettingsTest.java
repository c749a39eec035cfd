package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static Settings with(Map<String, String> variables) throws StartFailure {
    return Settings.from(new Configuration(new Properties(), variables), Words.in(Locale.ENGLISH));
  }

  @Test
  void listen_on_this_machine_only_where_nothing_is_set() throws StartFailure {
    assertEquals("http://127.0.0.1:8080/", with(Map.of()).url());
    assertTrue(with(Map.of()).address().isLoopbackAddress());
  }

  @Test
  void name_an_address_that_a_browser_can_open() throws StartFailure {
    assertEquals(
        "http://127.0.0.1:81/",
        with(Map.of("DOUBLELOCK_HTTP_ADDRESS", "0.0.0.0", "DOUBLELOCK_HTTP_PORT", "81")).url());
    assertEquals(
        "http://[0:0:0:0:0:0:0:1]:8080/", with(Map.of("DOUBLELOCK_HTTP_ADDRESS", "::1")).url());
  }

  @Test
  void have_a_person_open_a_name_where_there_is_one_since_passkeys_need_it() throws StartFailure {
    assertEquals("http://localhost:8080/", with(Map.of()).opened());
    assertEquals(
        "http://localhost:8080/", with(Map.of("DOUBLELOCK_HTTP_ADDRESS", "0.0.0.0")).opened());
    assertEquals(
        "http://[0:0:0:0:0:0:0:1]:8080/", with(Map.of("DOUBLELOCK_HTTP_ADDRESS", "::1")).opened());
  }

  @Test
  void make_up_another_demo_password_at_each_start() throws StartFailure {
    String first = with(Map.of()).demoPassword().orElseThrow();
    assertNotEquals(first, with(Map.of()).demoPassword().orElseThrow());
    assertTrue(first.matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}"), first);
    assertEquals(
        "given", with(Map.of("DOUBLELOCK_DEMO_PASSWORD", "given")).demoPassword().orElseThrow());
  }

  @Test
  void have_no_demo_account_on_a_configured_database() throws StartFailure {
    assertTrue(
        with(Map.of("DOUBLELOCK_DB_URL", "jdbc:postgresql://x/y", "DOUBLELOCK_DEMO_PASSWORD", "p"))
            .demoPassword()
            .isEmpty());
  }

  @Test
  void name_as_public_what_is_configured_or_what_only_this_machine_reaches() throws StartFailure {
    assertEquals("http://localhost:8080/", with(Map.of()).publicUrl().orElseThrow());
    assertEquals(
        "http://127.0.0.2:8080/",
        with(Map.of("DOUBLELOCK_HTTP_ADDRESS", "127.0.0.2")).publicUrl().orElseThrow());
    assertTrue(with(Map.of("DOUBLELOCK_HTTP_ADDRESS", "0.0.0.0")).publicUrl().isEmpty());
    assertEquals(
        "https://keys.example",
        with(Map.of("DOUBLELOCK_PUBLIC_URL", "https://keys.example")).publicUrl().orElseThrow());
  }

  @Test
  void share_sessions_with_a_fixed_list_of_nodes() throws StartFailure {
    assertTrue(with(Map.of()).cluster().isEmpty());
    Cluster cluster =
        with(Map.of("DOUBLELOCK_CLUSTER_MEMBERS", "10.0.0.1:6900, 10.0.0.2:6901"))
            .cluster()
            .orElseThrow();
    assertTrue(cluster.settings().toString().contains("tcpip-members=10.0.0.1:6900,10.0.0.2:6901"));
    assertTrue(cluster.settings().toString().contains("discovery-mode=tcpip"));
    assertTrue(cluster.address().isLoopbackAddress());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "10.0.0.1:6900;10.0.0.2:6900", ",", "10.0.0.1:port"})
  void name_the_list_of_nodes_that_cannot_be_used(String members) {
    StartFailure failure =
        assertThrows(StartFailure.class, () -> with(Map.of("DOUBLELOCK_CLUSTER_MEMBERS", members)));
    assertTrue(failure.getMessage().contains("doublelock.cluster.members"), failure.getMessage());
  }

  @Test
  void say_for_two_seconds_that_it_ends_or_for_as_long_as_is_set() throws StartFailure {
    assertEquals(Duration.ofSeconds(2), with(Map.of()).stopNotice());
    assertEquals(Duration.ZERO, with(Map.of("DOUBLELOCK_STOP_NOTICE_SECONDS", "0")).stopNotice());
    assertThrows(StartFailure.class, () -> with(Map.of("DOUBLELOCK_STOP_NOTICE_SECONDS", "3601")));
  }

  @Test
  void do_not_show_the_password() throws StartFailure {
    assertFalse(with(Map.of("DOUBLELOCK_DEMO_PASSWORD", "given")).toString().contains("given"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "80 "})
  void name_the_setting_that_cannot_be_used(String port) {
    StartFailure failure =
        assertThrows(StartFailure.class, () -> with(Map.of("DOUBLELOCK_HTTP_PORT", port)));
    assertTrue(failure.getMessage().contains("doublelock.http.port"), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "127.1", "10.0.1", "no.such.name.invalid"})
  void name_an_address_that_is_short_for_another_one_or_none(String address) {
    StartFailure failure =
        assertThrows(StartFailure.class, () -> with(Map.of("DOUBLELOCK_HTTP_ADDRESS", address)));
    assertTrue(failure.getMessage().contains("doublelock.http.address"), failure.getMessage());
  }
}
