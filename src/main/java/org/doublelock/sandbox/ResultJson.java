package org.doublelock.sandbox;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the records that functions answer. */
final class ResultJson {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

  private ResultJson() {}

  private record Field(String name, RecordComponent component) {

    static Field of(RecordComponent component) {
      component.getAccessor().setAccessible(true);
      Named named = component.getAnnotation(Named.class);
      return new Field(
          named != null
              ? named.value()
              : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
          component);
    }

    Object of(Object result) {
      try {
        return component.getAccessor().invoke(result);
      } catch (ReflectiveOperationException unreadable) {
        throw new IllegalStateException(component + " cannot be read", unreadable);
      }
    }
  }

  static JsonValue of(Object value) {
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
    if (value instanceof Collection<?> list) {
      JsonArrayBuilder array = Answer.array();
      list.forEach(each -> array.add(of(each)));
      return array.build();
    }
    JsonObjectBuilder object = Answer.object();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> object.add((String) name, of(each)));
    } else {
      fields(value.getClass()).forEach(field -> add(object, field.name(), field.of(value)));
    }
    return object.build();
  }

  private static List<Field> fields(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + " is no result");
    }
    return FIELDS.computeIfAbsent(
        type, each -> Arrays.stream(each.getRecordComponents()).map(Field::of).toList());
  }

  private static void add(JsonObjectBuilder object, String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(there -> object.add(name, of(there)));
    } else if (value instanceof Answer.IfKnown known) {
      if (known.isThere()) {
        object.add(name, of(known.value()));
      }
    } else {
      object.add(name, of(value));
    }
  }
}
