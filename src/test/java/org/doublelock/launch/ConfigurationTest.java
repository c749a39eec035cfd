package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

  private static Optional<String> find(
      Map<String, String> properties, Map<String, String> variables) {
    Properties all = new Properties();
    all.putAll(properties);
    return new Configuration(all, variables).find("doublelock.start.timeout-seconds");
  }

  @Test
  void prefers_a_system_property_to_an_environment_variable() {
    assertEquals(
        Optional.of("1"),
        find(
            Map.of("doublelock.start.timeout-seconds", "1"),
            Map.of("DOUBLELOCK_START_TIMEOUT_SECONDS", "2")));
  }

  @Test
  void takes_an_environment_variable_where_the_property_is_empty() {
    assertEquals(
        Optional.of("2"),
        find(
            Map.of("doublelock.start.timeout-seconds", ""),
            Map.of("DOUBLELOCK_START_TIMEOUT_SECONDS", "2")));
  }

  @Test
  void finds_nothing_where_nothing_is_set() {
    assertEquals(Optional.empty(), find(Map.of(), Map.of("DOUBLELOCK_START_TIMEOUT", "2")));
  }
}
