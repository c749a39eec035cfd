package org.doublelock.upstream;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A path of the upstream API, such as {@code /v1/orders/{id}}: segments as they stand, or a name in
 * braces for any one segment of letters, digits and {@code . _ ~ -}. Nothing is decoded or tidied,
 * so that the path that was signed, the path that is matched and the path that the upstream gets
 * are the same characters.
 */
record PathPattern(String text) {

  private static final String SEGMENT = "[A-Za-z0-9._~-]+";
  private static final Pattern FIXED = Pattern.compile(SEGMENT);
  private static final Pattern NAMED = Pattern.compile("\\{[A-Za-z][A-Za-z0-9]*}");
  private static final Pattern DOTS = Pattern.compile("\\.+");

  PathPattern {
    if (!text.startsWith("/") || !segments(text).stream().allMatch(PathPattern::isSegment)) {
      throw new IllegalArgumentException("not a path of an API: " + text);
    }
  }

  private static boolean isSegment(String segment) {
    return isNamed(segment) || isPlain(segment);
  }

  private static boolean isNamed(String segment) {
    return NAMED.matcher(segment).matches();
  }

  /** {@code .} and {@code ..} are no names: servers walk with them. */
  private static boolean isPlain(String segment) {
    return FIXED.matcher(segment).matches() && !DOTS.matcher(segment).matches();
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  boolean matches(String path) {
    if (!path.startsWith("/")) {
      return false;
    }
    List<String> ours = segments(text);
    List<String> theirs = segments(path);
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int at = 0; at < ours.size(); at++) {
      boolean same = ours.get(at).equals(theirs.get(at));
      if (!(same && !isNamed(ours.get(at)))
          && !(isNamed(ours.get(at)) && isPlain(theirs.get(at)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is a path that both match. */
  boolean overlaps(PathPattern other) {
    List<String> ours = segments(text);
    List<String> theirs = segments(other.text);
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int at = 0; at < ours.size(); at++) {
      boolean either = isNamed(ours.get(at)) || isNamed(theirs.get(at));
      if (!either && !ours.get(at).equals(theirs.get(at))) {
        return false;
      }
    }
    return true;
  }
}
