package org.doublelock.upstream;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.apikey.PermissionSource.Declared;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction.Parameter;

/**
 * What the file declares; docs/gateways.md describes its form. Whatever is misspelt, double or
 * unknown is refused: a permission that silently counts for nothing would open what it guards.
 *
 * @param alone whether the functions and permissions that ship are left out
 */
record UpstreamFile(boolean alone, List<Declared> permissions, List<UpstreamFunction> functions) {

  private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final int MAX_COST = 1000;

  /** A name that is there twice would count once, and open what the other one guards. */
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  static UpstreamFile none() {
    return new UpstreamFile(false, List.of(), List.of());
  }

  static UpstreamFile read(Path path) {
    try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        JsonReader json = READERS.createReader(text)) {
      return of(json.readObject());
    } catch (IOException | RuntimeException bad) {
      throw new IllegalStateException(
          UpstreamApi.SETTING + ", " + path + ": " + bad.getMessage(), bad);
    }
  }

  static UpstreamFile of(JsonObject json) {
    allow(json, "alone", "address", "permissions", "functions");
    String server = server(json);
    boolean alone = flag(json, "alone");
    Map<String, Permission> known = new LinkedHashMap<>();
    if (!alone) {
      Permission.builtIn().forEach(permission -> known.put(permission.code(), permission));
    }
    List<Declared> permissions = new ArrayList<>();
    for (JsonObject one : objects(json, "permissions")) {
      Declared declared = permission(one);
      permissions.add(declared);
      if (known.put(declared.permission().code(), declared.permission()) != null) {
        throw twice(declared.permission().code());
      }
    }
    List<UpstreamFunction> functions = new ArrayList<>();
    for (JsonObject one : objects(json, "functions")) {
      UpstreamFunction function = function(one, known, server);
      functions.forEach(other -> tellApart(function, other));
      functions.add(function);
    }
    return new UpstreamFile(alone, List.copyOf(permissions), List.copyOf(functions));
  }

  /** One path, one function: the signature covers the path and not the method. */
  private static void tellApart(UpstreamFunction one, UpstreamFunction other) {
    if (one.name().equals(other.name())) {
      throw twice(one.name());
    }
    if (one.pattern().overlaps(other.pattern())) {
      throw new IllegalArgumentException(
          one.path() + " and " + other.path() + " match the same paths");
    }
  }

  /** A name that leads nowhere where the file tells none: here nothing of it can be called. */
  private static String server(JsonObject json) {
    String address = text(json, "address", "https://gateway.invalid");
    if (!address.matches("https?://[^/?#]+(/[^?#]*)?")) {
      throw new IllegalArgumentException("not an address that clients call: " + address);
    }
    return address.replaceFirst("/+$", "");
  }

  private static Declared permission(JsonObject json) {
    allow(json, "code", "group", "risk", "name", "explained");
    return new Declared(
        Permission.declared(
            text(json, "code"),
            group(json),
            choice(Permission.Risk.class, text(json, "risk", "reads"))),
        words(json, "name"),
        words(json, "explained"));
  }

  private static UpstreamFunction function(
      JsonObject json, Map<String, Permission> known, String server) {
    allow(json, "name", "method", "path", "needs", "group", "cost", "parameters", "amount");
    String name = text(json, "name");
    if (!name.matches("[A-Za-z0-9]{1,64}")) {
      throw new IllegalArgumentException("not a name of a function: " + name);
    }
    String method = text(json, "method", "POST");
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException(name + ": the method is one of POST, PUT, PATCH, DELETE");
    }
    AccessRule access = access(name, json.get("needs"), known);
    return new UpstreamFunction(
        name,
        method,
        new PathPattern(text(json, "path")),
        access,
        json.containsKey("group") ? group(json) : groupOf(access),
        cost(name, json),
        parameters(json),
        measure(json),
        Optional.of(server));
  }

  /** The field of a call that says how much it moves, and in what. */
  private static Optional<Measure> measure(JsonObject json) {
    if (!json.containsKey("amount")) {
      return Optional.empty();
    }
    JsonObject amount = json.getJsonObject("amount");
    allow(amount, "field", "currency");
    return Optional.of(Measure.ofField(text(amount, "field"), text(amount, "currency")));
  }

  /**
   * {@code ["a", "b"]} needs both; {@code [["a"], ["b", "c"]]} needs a, or b and c; {@code []}
   * needs nothing. It has to be there: what is forgotten must not be open.
   */
  private static AccessRule access(String name, JsonValue needs, Map<String, Permission> known) {
    if (!(needs instanceof JsonArray list)) {
      throw new IllegalArgumentException(name + ": needs is a list of permissions");
    }
    if (list.isEmpty()) {
      return AccessRule.open();
    }
    boolean alternatives = list.get(0) instanceof JsonArray;
    List<JsonArray> sets = alternatives ? list.getValuesAs(JsonArray.class) : List.of(list);
    return new AccessRule(sets.stream().map(set -> permissions(name, set, known)).toList());
  }

  private static Set<Permission> permissions(
      String name, JsonArray codes, Map<String, Permission> known) {
    if (codes.isEmpty()) {
      throw new IllegalArgumentException(name + ": an empty alternative would need nothing");
    }
    return codes.getValuesAs(JsonString.class).stream()
        .map(
            code ->
                Optional.ofNullable(known.get(code.getString()))
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                name + ": no permission is called " + code.getString())))
        .collect(Collectors.toSet());
  }

  private static PermissionGroup groupOf(AccessRule access) {
    return access.alternatives().stream()
        .flatMap(Set::stream)
        .map(Permission::group)
        .min(PermissionGroup::compareTo)
        .orElse(PermissionGroup.OTHER);
  }

  private static List<Parameter> parameters(JsonObject json) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonObject one : objects(json, "parameters")) {
      allow(one, "name", "required", "description");
      parameters.add(
          new Parameter(text(one, "name"), flag(one, "required"), text(one, "description")));
    }
    return List.copyOf(parameters);
  }

  private static PermissionGroup group(JsonObject json) {
    return choice(PermissionGroup.class, text(json, "group", "other"));
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Texts by language; one text alone is English. */
  private static Map<String, String> words(JsonObject json, String name) {
    if (json.get(name) instanceof JsonString english) {
      return Map.of("en", english.getString());
    }
    Map<String, String> words = new HashMap<>();
    Optional.ofNullable(json.getJsonObject(name))
        .orElseThrow(() -> missing(name))
        .forEach((language, text) -> words.put(language, ((JsonString) text).getString()));
    if (!words.containsKey("en")) {
      throw new IllegalArgumentException(name + " is missing in English (en)");
    }
    return words;
  }

  /** What {@code JsonObject} itself does with another kind of value is to take the default. */
  private static String text(JsonObject json, String name, String otherwise) {
    return json.containsKey(name) ? text(json, name) : otherwise;
  }

  private static boolean flag(JsonObject json, String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.FALSE);
    if (!value.equals(JsonValue.TRUE) && !value.equals(JsonValue.FALSE)) {
      throw new IllegalArgumentException("\"" + name + "\" is true or false");
    }
    return value.equals(JsonValue.TRUE);
  }

  private static int cost(String name, JsonObject json) {
    JsonValue value = json.getOrDefault("cost", Json.createValue(1));
    if (!(value instanceof JsonNumber cost)
        || !cost.isIntegral()
        || cost.bigDecimalValue().signum() < 0
        || cost.bigDecimalValue().compareTo(BigDecimal.valueOf(MAX_COST)) > 0) {
      throw new IllegalArgumentException(name + ": the cost is a whole number, 0 to " + MAX_COST);
    }
    return cost.intValue();
  }

  private static String text(JsonObject json, String name) {
    return Optional.ofNullable(json.getJsonString(name))
        .map(JsonString::getString)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> missing(name));
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return Optional.ofNullable(json.getJsonArray(name))
        .map(list -> list.getValuesAs(JsonObject.class))
        .orElse(List.of());
  }

  private static void allow(JsonObject json, String... names) {
    json.keySet().stream()
        .filter(name -> !List.of(names).contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException("nothing is called \"" + name + "\" here");
            });
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("there is no \"" + name + "\"");
  }

  private static IllegalArgumentException twice(String name) {
    return new IllegalArgumentException("two are called " + name);
  }
}
