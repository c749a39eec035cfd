package org.doublelock.web.look;

import java.util.Map;
import java.util.Optional;

/**
 * A theme: how pages are coloured, and optionally what they are called.
 *
 * @param id the name of its folder
 * @param parent the theme it changes; empty for the one that all build on
 * @param properties what its {@code theme.properties} says
 * @param hasLogo whether it has a {@code logo.svg} of its own
 */
record Theme(String id, String parent, Map<String, String> properties, boolean hasLogo) {

  /** The theme that has every shape, and that all others build on. */
  static final String BASE = "paper";

  /** A property in that language, else in none; empty when there is neither. */
  Optional<String> in(String language, String name) {
    return Optional.ofNullable(properties.get(name + "." + language))
        .or(() -> Optional.ofNullable(properties.get(name)))
        .filter(text -> !text.isBlank());
  }
}
