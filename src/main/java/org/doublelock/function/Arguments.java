package org.doublelock.function;

import java.util.LinkedHashMap;
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

  /** The argument's text; empty when absent or sent without a value. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
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

  /** Whether the argument was sent as a yes: with any text but {@code false}, {@code 0}. */
  public boolean flag(String name) {
    return text(name)
        .filter(value -> !value.equalsIgnoreCase("false") && !value.equals("0"))
        .isPresent();
  }
}
