package org.doublelock.function;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The named arguments of a call as text, in the order they were sent. A nested JSON object arrives
 * flattened as {@code close[price]}, a JSON list of plain values joined by commas.
 */
public record Arguments(Map<String, String> values) {

  public Arguments {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The argument's text; empty when absent or sent without a value.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and the name, for a text that
   *     cannot be stored: with U+0000 or half of a surrogate pair
   */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(value -> !value.isEmpty())
        .map(value -> storable(name, value));
  }

  /**
   * The text of a field that belongs to an argument, such as one of its list.
   *
   * @throws FunctionFailure as {@link #text} does, with the argument's name
   */
  public static String storable(String name, String text) {
    // PostgreSQL keeps no U+0000, and UTF-8 has no form for half a pair
    if (text.codePoints()
        .anyMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE)) {
      throw FunctionFailure.invalidArgument(name);
    }
    return text;
  }

  /**
   * The argument's text.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and the name, when it is absent
   */
  public String required(String name) {
    return text(name).orElseThrow(() -> FunctionFailure.invalidArgument(name));
  }

  /**
   * The argument as a value of the function.
   *
   * @param reading what the text stands for; empty for a text that stands for nothing
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and the name, for such a text
   */
  public <T> Optional<T> read(String name, Function<String, Optional<T>> reading) {
    return text(name)
        .map(text -> reading.apply(text).orElseThrow(() -> FunctionFailure.invalidArgument(name)));
  }

  /**
   * The argument as a value of the function.
   *
   * @throws FunctionFailure as {@link #required(String)} and {@link #read} do
   */
  public <T> T required(String name, Function<String, Optional<T>> reading) {
    required(name);
    return read(name, reading).orElseThrow();
  }

  /**
   * The argument as a whole number, both ends included, of no more digits than the last one.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and the name, for any other text
   */
  public Optional<Integer> whole(String name, int from, int to) {
    String digits = "\\d{1," + Integer.toString(to).length() + "}";
    return read(
        name,
        text ->
            Optional.of(text)
                .filter(each -> each.matches(digits))
                .map(Integer::valueOf)
                .filter(number -> from <= number && number <= to));
  }

  /**
   * The ids that are sent with commas between them, each once.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and the name, when there are none
   *     or more than {@code most}
   */
  public List<String> ids(String name, int most) {
    List<String> ids =
        Arrays.stream(required(name).split(",")).map(String::strip).distinct().toList();
    if (ids.size() > most) {
      throw FunctionFailure.invalidArgument(name);
    }
    return ids;
  }

  /** Whether the argument was sent as a yes: with any text but {@code false}, {@code 0}. */
  public boolean flag(String name) {
    return text(name)
        .filter(value -> !value.equalsIgnoreCase("false") && !value.equals("0"))
        .isPresent();
  }
}
