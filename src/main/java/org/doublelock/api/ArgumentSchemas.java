package org.doublelock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doublelock.function.ArgumentType;
import org.doublelock.function.PrivateFunction.Parameter;

/** What functions take, as schemas: the fields of a body, and the parameters of a query. */
record ArgumentSchemas(NamedSchemas named) {

  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";

  /** Of any size in JSON, without losing a digit. */
  private static final String DIGITS = "^[0-9]{1,20}$";

  private static final String NONCE =
      "A number above that of the key's last accepted call: 1 to 2^64-1 in decimal";
  private static final String OTP =
      "The key's second factor, if it has one: the code that the app shows now, or the password";

  /** The body of a private call. */
  Map<String, Object> signedBody(String name, List<Parameter> parameters) {
    Map<String, Object> fields =
        Fields.of("nonce", nonce(), "otp", Fields.of("type", "string", "description", OTP));
    return body(name, parameters, fields, "nonce");
  }

  /** The body of a public call that has one. */
  Map<String, Object> body(String name, List<Parameter> parameters) {
    return body(name, parameters, Fields.of());
  }

  /** One schema for both kinds of it: generators of clients take no two. */
  private Map<String, Object> body(
      String name, List<Parameter> parameters, Map<String, Object> before, String... required) {
    Map<String, Object> object =
        object(name, parameters, before, new ArrayList<>(List.of(required)));
    Map<String, Object> schema = named.reference(name + "Request", object);
    Map<String, Object> content = Fields.of(JSON, Fields.of("schema", schema));
    if (parameters.stream().noneMatch(ArgumentSchemas::isNested)) {
      content.put(FORM, form(schema, parameters));
    }
    return Fields.of("required", object.containsKey("required"), "content", content);
  }

  List<Map<String, Object>> query(String name, List<Parameter> parameters) {
    List<Map<String, Object>> query = new ArrayList<>();
    for (Parameter parameter : parameters) {
      Map<String, Object> one =
          Fields.of(
              "name",
              parameter.name(),
              "in",
              "query",
              "required",
              parameter.required(),
              "description",
              parameter.description());
      one.putAll(encoding(parameter));
      one.put("schema", plain(name, parameter.name(), parameter.type()));
      query.add(one);
    }
    return query;
  }

  /** Any of both, since what reads a form may take digits for either. */
  private Map<String, Object> nonce() {
    return named.reference(
        "Nonce",
        Fields.of(
            "description",
            NONCE,
            "anyOf",
            List.of(
                Fields.of("type", "integer", "format", "int64", "minimum", 1),
                Fields.of("type", "string", "pattern", DIGITS))));
  }

  private Map<String, Object> object(
      String name,
      List<Parameter> parameters,
      Map<String, Object> properties,
      List<String> required) {
    for (Parameter parameter : parameters) {
      properties.put(
          parameter.name(), of(name, parameter.name(), parameter.description(), parameter.type()));
      if (parameter.required()) {
        required.add(parameter.name());
      }
    }
    Map<String, Object> object = Fields.of("type", "object");
    // an empty list of required names is not valid
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("properties", properties);
    return object;
  }

  private Map<String, Object> of(String owner, String name, String description, ArgumentType type) {
    if (type instanceof ArgumentType.Group group) {
      String own = owner + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      Map<String, Object> object = object(own, group.fields(), Fields.of(), new ArrayList<>());
      object.put("description", description);
      return named.reference(own, object);
    }
    Map<String, Object> schema = plain(owner, name, type);
    schema.put("description", description);
    return schema;
  }

  private Map<String, Object> plain(String owner, String name, ArgumentType type) {
    if (type instanceof ArgumentType.Flag) {
      return Fields.of("type", "boolean");
    }
    if (type instanceof ArgumentType.Whole whole) {
      boolean isShort = whole.from() >= Integer.MIN_VALUE && whole.to() <= Integer.MAX_VALUE;
      return Fields.of(
          "type",
          "integer",
          "format",
          isShort ? "int32" : "int64",
          "minimum",
          whole.from(),
          "maximum",
          whole.to());
    }
    if (type instanceof ArgumentType.Number number) {
      return Fields.of("type", "integer", "enum", number.values());
    }
    if (type instanceof ArgumentType.Choice choice) {
      return Fields.of("type", "string", "enum", choice.values());
    }
    if (type instanceof ArgumentType.Several several) {
      Map<String, Object> items =
          several.of() instanceof ArgumentType.Group
              ? of(owner, name, "One of them", several.of())
              : plain(owner, name, several.of());
      return Fields.of("type", "array", "items", items);
    }
    return Fields.of("type", "string");
  }

  /** A list of objects, which no form can be described to hold. */
  private static boolean isNested(Parameter parameter) {
    return parameter.type() instanceof ArgumentType.Several several
        && several.of() instanceof ArgumentType.Group;
  }

  private static Map<String, Object> form(Map<String, Object> fields, List<Parameter> parameters) {
    Map<String, Object> encodings = Fields.of();
    for (Parameter parameter : parameters) {
      Map<String, Object> encoding = encoding(parameter);
      if (!encoding.isEmpty()) {
        encodings.put(parameter.name(), encoding);
      }
    }
    return encodings.isEmpty()
        ? Fields.of("schema", fields)
        : Fields.of("schema", fields, "encoding", encodings);
  }

  /** How it is written where all is text; nothing said of what is written as it is. */
  private static Map<String, Object> encoding(Parameter parameter) {
    if (parameter.type() instanceof ArgumentType.Several) {
      return Fields.of("style", "form", "explode", false);
    }
    return parameter.type() instanceof ArgumentType.Group
        ? Fields.of("style", "deepObject", "explode", true)
        : Fields.of();
  }
}
