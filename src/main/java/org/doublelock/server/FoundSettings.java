package org.doublelock.server;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Settings where there is no server to hold them: texts and numbers, and nothing else.
 *
 * @param find what a setting is set to, by its name
 */
record FoundSettings(Function<String, Optional<String>> find) implements Config {

  /**
   * @throws IllegalArgumentException when a number is asked for and it is none
   */
  @Override
  public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
    return find.apply(name)
        .map(text -> type.cast(type == Integer.class ? number(name, text) : text));
  }

  private static Integer number(String name, String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException(name + " is no number", none);
    }
  }

  @Override
  public <T> T getValue(String name, Class<T> type) {
    return getOptionalValue(name, type).orElseThrow(() -> new NoSuchElementException(name));
  }

  @Override
  public ConfigValue getConfigValue(String name) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public Iterable<String> getPropertyNames() {
    return List.of();
  }

  @Override
  public Iterable<ConfigSource> getConfigSources() {
    return List.of();
  }

  @Override
  public <T> Optional<Converter<T>> getConverter(Class<T> type) {
    return Optional.empty();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new IllegalArgumentException(type.getName());
  }
}
