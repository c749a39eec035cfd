package org.doublelock.web.help;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.function.AnswerField;
import org.doublelock.function.IfKnown;
import org.doublelock.function.InOrder;
import org.doublelock.function.OneOf;

/**
 * What a function answers, sketched as the JSON that it looks like, with a word where a value
 * stands.
 *
 * @param words the word for {@code text}, {@code number}, {@code flag}, {@code object}, {@code
 *     perhaps} and {@code or}
 */
record AnswerSketch(UnaryOperator<String> words) {

  private static final String STEP = "  ";

  String of(Type type) {
    return of(type, "");
  }

  private String of(Type type, String indent) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), indent);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isAnnotationPresent(InOrder.class)) {
      return AnswerField.of(plain).stream()
          .map(field -> field.name() + ": " + of(field.type(), indent))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (plain.isRecord()) {
      return braced(fields(plain, indent + STEP), indent);
    }
    return words.apply(word(plain));
  }

  private static String word(Class<?> plain) {
    if (plain == String.class) {
      return "text";
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return "flag";
    }
    return plain.isPrimitive() || Number.class.isAssignableFrom(plain) ? "number" : "object";
  }

  private String ofGeneric(Class<?> type, Type[] of, String indent) {
    if (type == OneOf.class) {
      return of(of[0], indent)
          + "\n"
          + indent
          + words.apply("or")
          + "\n"
          + indent
          + of(of[1], indent);
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "[" + of(of[0], indent) + ", …]";
    }
    return braced(Stream.of(indent + STEP + entry(of[1], indent + STEP)), indent);
  }

  /** An entry of a map, under a name of its own. */
  private String entry(Type value, String indent) {
    return "…: " + of(value, indent);
  }

  private static String braced(Stream<String> lines, String indent) {
    return lines.collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
  }

  private Stream<String> fields(Class<?> type, String indent) {
    return AnswerField.of(type).stream().flatMap(field -> field(field, indent));
  }

  private Stream<String> field(AnswerField field, String indent) {
    boolean perhaps = List.of(Optional.class, IfKnown.class).contains(rawType(field.type()));
    Type value =
        perhaps ? ((ParameterizedType) field.type()).getActualTypeArguments()[0] : field.type();
    if (field.isBeside() && rawType(value) == Map.class) {
      return Stream.of(
          indent + entry(((ParameterizedType) value).getActualTypeArguments()[1], indent));
    }
    if (field.isBeside()) {
      return fields((Class<?>) value, indent);
    }
    String orNull = field.isOrNull() ? " " + words.apply("or") + " null" : "";
    String left = perhaps ? " (" + words.apply("perhaps") + ")" : "";
    return Stream.of(indent + field.name() + left + ": " + of(value, indent) + orNull);
  }

  private static Type rawType(Type type) {
    return type instanceof ParameterizedType generic ? generic.getRawType() : type;
  }
}
