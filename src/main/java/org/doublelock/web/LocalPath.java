package org.doublelock.web;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path inside this application that a person is to be sent back to, with the query that says
 * where on the page they were. Nothing else can be one: no scheme, no host, no backslash, no
 * control character.
 */
public record LocalPath(URI uri) {

  /** Longer than any of ours, a search for a hundred characters of three bytes each included. */
  private static final int LONGEST = 1_500;

  /** A query as a form writes it: whatever is odd is escaped, and may not end a header's line. */
  private static final Pattern PATH =
      Pattern.compile(
          "/([A-Za-z0-9][A-Za-z0-9_./-]*)?"
              + "(\\?([A-Za-z0-9_.*+=&-]|%(?!0[0-9A-Fa-f]|1[0-9A-Fa-f]|7[Ff])[0-9A-Fa-f]{2})*)?");

  /** The path that was sent; empty when it could lead elsewhere, or is longer than any of ours. */
  public static Optional<LocalPath> parse(String text) {
    if (text == null || text.length() > LONGEST || !PATH.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(new LocalPath(URI.create(text)));
  }
}
