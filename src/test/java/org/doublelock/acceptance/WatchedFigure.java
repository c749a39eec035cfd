package org.doublelock.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A metric that an expression in Prometheus's language reads.
 *
 * @param values what it asks of labels, such as {@code outcome} and {@code key-locked}, one by one
 */
record WatchedFigure(String name, List<Value> values) {

  /** Lists of labels, and lengths of time. */
  private static final Pattern NOT_READ =
      Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)|\\[[^]]*]");

  private static final Pattern NAME =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{([^}]*)}|(\\s*\\())?");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Set<String> WORDS = Set.of("and", "or", "unless");

  /** Of Prometheus's own making. */
  private static final Set<String> ADDED = Set.of("job", "instance");

  record Value(String label, String value) {}

  static List<WatchedFigure> in(String expression) {
    List<WatchedFigure> found = new ArrayList<>();
    NAME.matcher(NOT_READ.matcher(expression).replaceAll(" "))
        .results()
        .filter(each -> each.group(3) == null && !WORDS.contains(each.group(1)))
        .forEach(each -> found.add(new WatchedFigure(each.group(1), values(each.group(2)))));
    return found;
  }

  private static List<Value> values(String matchers) {
    return matchers == null
        ? List.of()
        : MATCHER
            .matcher(matchers)
            .results()
            .filter(each -> !ADDED.contains(each.group(1)))
            .flatMap(WatchedFigure::values)
            .toList();
  }

  private static Stream<Value> values(MatchResult matcher) {
    boolean pattern = matcher.group(2).endsWith("~");
    return (pattern ? Stream.of(matcher.group(3).split("\\|")) : Stream.of(matcher.group(3)))
        .map(value -> new Value(matcher.group(1), value));
  }
}
