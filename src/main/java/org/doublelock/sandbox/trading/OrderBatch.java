package org.doublelock.sandbox.trading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doublelock.function.Arguments;

/** The lists in the arguments of a batch, whichever way a client writes them. */
final class OrderBatch {

  private static final Pattern MEMBER =
      Pattern.compile("([a-z_]+)\\[(\\d{1,3})](?:\\[([a-z_]+)])?");
  private static final Pattern FIELD =
      Pattern.compile("orders\\[(\\d{1,3})]\\[([a-z_0-9]+)]((?:\\[[a-z_0-9]+])?)");

  private OrderBatch() {}

  /**
   * Plain ids under a name: {@code orders=A,B}, {@code orders[0]=A} or {@code orders[0][txid]=A}.
   */
  static Set<String> ids(Arguments arguments, String name) {
    Set<String> ids = new LinkedHashSet<>();
    arguments.text(name).ifPresent(text -> ids.addAll(Arrays.asList(text.split(","))));
    arguments
        .values()
        .forEach(
            (key, value) -> {
              Matcher member = MEMBER.matcher(key);
              if (member.matches() && member.group(1).equals(name)) {
                ids.add(Arguments.storable(name, value));
              }
            });
    return ids.stream()
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The orders of a batch in their order, each with the pair and the deadline of all. */
  static List<Arguments> orders(Arguments arguments) {
    Map<Integer, Map<String, String>> orders = new TreeMap<>();
    arguments
        .values()
        .forEach(
            (key, value) -> {
              Matcher field = FIELD.matcher(key);
              if (field.matches()) {
                orders
                    .computeIfAbsent(Integer.valueOf(field.group(1)), number -> new HashMap<>())
                    .put(field.group(2) + field.group(3), value);
              }
            });
    orders.values().forEach(order -> order.putAll(common(arguments)));
    return orders.values().stream().map(Arguments::new).toList();
  }

  private static Map<String, String> common(Arguments arguments) {
    Map<String, String> common = new HashMap<>();
    for (String name : List.of("pair", "deadline")) {
      arguments.text(name).ifPresent(value -> common.put(name, value));
    }
    return common;
  }
}
