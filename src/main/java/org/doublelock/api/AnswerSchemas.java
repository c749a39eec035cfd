package org.doublelock.api;

import jakarta.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.function.AnswerField;
import org.doublelock.function.IfKnown;
import org.doublelock.function.InOrder;
import org.doublelock.function.OneOf;

/**
 * What functions answer, as schemas: a record has a name, made of its own and that of the class it
 * stands in.
 */
record AnswerSchemas(NamedSchemas named) {

  private static final Map<Class<?>, Map<String, Object>> PLAIN =
      Map.of(
          String.class, Fields.of("type", "string"),
          boolean.class, Fields.of("type", "boolean"),
          Boolean.class, Fields.of("type", "boolean"),
          int.class, Fields.of("type", "integer", "format", "int32"),
          Integer.class, Fields.of("type", "integer", "format", "int32"),
          long.class, Fields.of("type", "integer", "format", "int64"),
          Long.class, Fields.of("type", "integer", "format", "int64"),
          BigDecimal.class, Fields.of("type", "number"),
          JsonObject.class, Fields.of("type", "object"));

  private static final Set<Type> PERHAPS = Set.of(Optional.class, IfKnown.class);

  /**
   * The whole answer of a function.
   *
   * @param result what it answers, where that is known
   */
  Map<String, Object> answer(String name, Optional<Type> result) {
    return named.reference(
        name + "Answer",
        Fields.of(
            "type",
            "object",
            "required",
            List.of("error"),
            "properties",
            Fields.of(
                "error",
                Fields.of(
                    "type",
                    "array",
                    "items",
                    Fields.of("type", "string"),
                    "description",
                    "Empty when the call succeeded; then there is a result"),
                "result",
                result.map(type -> result(name, type)).orElseGet(AnswerSchemas::anything))));
  }

  private static Map<String, Object> anything() {
    return Fields.of("description", "What the function answers");
  }

  private Map<String, Object> result(String name, Type type) {
    Map<String, Object> schema = of(type);
    return schema.containsKey("oneOf") ? named.reference(name + "Result", schema) : schema;
  }

  private Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isAnnotationPresent(InOrder.class)) {
      return inOrder(plain);
    }
    if (plain.isRecord()) {
      return named.reference(nameOf(plain), object(plain));
    }
    return Optional.ofNullable(PLAIN.get(plain))
        .orElseThrow(() -> new IllegalArgumentException(type + " is no result"));
  }

  private Map<String, Object> ofGeneric(Class<?> type, Type... of) {
    if (type == OneOf.class) {
      return Fields.of("oneOf", List.of(of(of[0]), of(of[1])));
    }
    if (Map.class.isAssignableFrom(type)) {
      return Fields.of("type", "object", "additionalProperties", of(of[1]));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return Fields.of("type", "array", "items", of(of[0]));
    }
    throw new IllegalArgumentException(type + " is no result");
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = Fields.of();
    List<String> required = new ArrayList<>();
    Map<String, Object> object = Fields.of("type", "object");
    addFields(type, true, properties, required, object);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("properties", properties);
    return object;
  }

  private void addFields(
      Class<?> type,
      boolean always,
      Map<String, Object> properties,
      List<String> required,
      Map<String, Object> object) {
    for (AnswerField field : AnswerField.of(type)) {
      boolean perhaps = PERHAPS.contains(rawType(field.type()));
      Type value = perhaps ? of(field.type(), 0) : field.type();
      if (field.isBeside() && rawType(value) == Map.class) {
        object.put("additionalProperties", of(of(value, 1)));
      } else if (field.isBeside()) {
        addFields((Class<?>) value, always && !perhaps, properties, required, object);
      } else {
        properties.put(field.name(), field.isOrNull() ? nullable(of(value)) : of(value));
        if (always && !perhaps) {
          required.add(field.name());
        }
      }
    }
  }

  private static Type rawType(Type type) {
    return type instanceof ParameterizedType generic ? generic.getRawType() : type;
  }

  private static Type of(Type generic, int at) {
    return ((ParameterizedType) generic).getActualTypeArguments()[at];
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    Map<String, Object> nullable = Fields.of();
    if (schema.containsKey("$ref")) {
      nullable.put("allOf", List.of(schema));
    } else {
      nullable.putAll(schema);
    }
    nullable.put("nullable", true);
    return nullable;
  }

  /** Its names are told, since a list has none. */
  private Map<String, Object> inOrder(Class<?> type) {
    List<AnswerField> fields = AnswerField.of(type);
    List<Map<String, Object>> schemas =
        fields.stream().map(field -> of(field.type())).distinct().toList();
    return Fields.of(
        "type",
        "array",
        "description",
        fields.stream().map(AnswerField::name).collect(Collectors.joining(", ")),
        "minItems",
        fields.size(),
        "maxItems",
        fields.size(),
        "items",
        schemas.size() == 1
            ? schemas.get(0)
            : named.reference(
                "TextOrNumber",
                Fields.of(
                    "oneOf", List.of(Fields.of("type", "string"), Fields.of("type", "number")))));
  }

  private static String nameOf(Class<?> type) {
    String own = stem(type);
    String before =
        Optional.<Class<?>>ofNullable(type.getEnclosingClass()).map(AnswerSchemas::stem).orElse("");
    return own.startsWith(before) ? own : before + own;
  }

  private static String stem(Class<?> type) {
    return type.getSimpleName().replaceFirst("(Function|Answer)$", "");
  }
}
