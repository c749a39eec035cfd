package org.doublelock.web;

import java.net.URI;
import java.util.Optional;

/**
 * A path inside this application that a person is to be sent back to. Nothing else can be one: no
 * scheme, no host, no backslash, no control character.
 */
public record LocalPath(URI uri) {

  /** Longer than any of ours. */
  private static final int LONGEST = 500;

  /** The path that was sent; empty when it could lead elsewhere, or is longer than any of ours. */
  public static Optional<LocalPath> parse(String text) {
    if (text == null
        || text.length() > LONGEST
        || !text.matches("/([A-Za-z0-9][A-Za-z0-9_./-]*)?")) {
      return Optional.empty();
    }
    return Optional.of(new LocalPath(URI.create(text)));
  }
}
