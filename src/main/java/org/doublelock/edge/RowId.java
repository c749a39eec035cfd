package org.doublelock.edge;

import java.util.Optional;
import java.util.UUID;

/** The id of a row as it stands in a path or a form. */
public final class RowId {

  private RowId() {}

  /** Empty for what is no id, and for nothing. */
  public static Optional<UUID> parse(String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
