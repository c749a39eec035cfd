package org.doublelock.launch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings before the server exists, found where MicroProfile Config will find them once it
 * does: a system property first, then an environment variable ({@code doublelock.http.port} is
 * {@code DOUBLELOCK_HTTP_PORT}). An empty value is no value.
 */
final class Configuration {

  private final Properties properties;
  private final Map<String, String> environment;

  Configuration(Properties properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = Map.copyOf(environment);
  }

  Optional<String> find(String name) {
    String exact = name.replaceAll("[^A-Za-z0-9]", "_");
    return present(properties.getProperty(name))
        .or(() -> present(environment.get(name)))
        .or(() -> present(environment.get(exact)))
        .or(() -> present(environment.get(exact.toUpperCase(Locale.ROOT))));
  }

  private static Optional<String> present(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }
}
