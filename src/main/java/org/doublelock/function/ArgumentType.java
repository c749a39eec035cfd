package org.doublelock.function;

import java.util.List;
import org.doublelock.function.PrivateFunction.Parameter;

/** What an argument is, for the API description. Whether it is right, the function judges. */
public sealed interface ArgumentType {

  /** Any text; amounts too, so that no digit is lost. */
  record Text() implements ArgumentType {}

  /** True or false. */
  record Flag() implements ArgumentType {}

  /** A whole number, both ends included. */
  record Whole(long from, long to) implements ArgumentType {}

  /** One of these numbers. */
  record Number(List<Integer> values) implements ArgumentType {

    public Number {
      values = List.copyOf(values);
    }
  }

  /** One of these texts. */
  record Choice(List<String> values) implements ArgumentType {

    public Choice {
      values = List.copyOf(values);
    }
  }

  /** A list: in a form and in a query with commas between its values. */
  record Several(ArgumentType of) implements ArgumentType {}

  /** An object with fields of its own: in a form {@code close[price]}. */
  record Group(List<Parameter> fields) implements ArgumentType {

    public Group {
      fields = List.copyOf(fields);
    }
  }
}
