package org.doublelock.function;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes what functions answer. */
public final class AnswerJson {

  // Kept, since every static method of Json looks the provider up again.
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonBuilderFactory BUILDERS = JSON.createBuilderFactory(Map.of());

  private AnswerJson() {}

  /**
   * A result as JSON. A record's components are its fields; an empty {@link Optional} is left out,
   * null is null. Lists, maps, texts, numbers and booleans are what they are.
   *
   * @throws IllegalArgumentException for a value of another type
   */
  public static JsonValue of(Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof String text) {
      return JSON.createValue(text);
    }
    if (value instanceof BigDecimal number) {
      return JSON.createValue(number);
    }
    if (value instanceof Integer || value instanceof Long) {
      return JSON.createValue(((Number) value).longValue());
    }
    if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof OneOf<?, ?> either) {
      return of(either.value());
    }
    if (value instanceof Collection<?> list) {
      JsonArrayBuilder array = BUILDERS.createArrayBuilder();
      list.forEach(each -> array.add(of(each)));
      return array.build();
    }
    if (value.getClass().isAnnotationPresent(InOrder.class)) {
      return of(AnswerField.of(value.getClass()).stream().map(each -> each.in(value)).toList());
    }
    JsonObjectBuilder object = BUILDERS.createObjectBuilder();
    addAll(object, value);
    return object.build();
  }

  private static void add(JsonObjectBuilder object, AnswerField field, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(there -> add(object, field, there));
    } else if (field.isBeside()) {
      addAll(object, value);
    } else if (value instanceof IfKnown<?> known) {
      if (known.isThere()) {
        object.add(field.name(), of(known.value()));
      }
    } else {
      object.add(field.name(), of(value));
    }
  }

  /** The entries of a map, the fields of a record. */
  private static void addAll(JsonObjectBuilder object, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> object.add((String) name, of(each)));
    } else {
      AnswerField.of(value.getClass()).forEach(field -> add(object, field, field.in(value)));
    }
  }
}
