package org.doublelock.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The description of the API as the running application gives it, and what is built from it. */
record Description(JsonObject json) {

  private static final Path TOOLS = Path.of("target", "openapi", "node_modules");

  static Description of(RunningApp app) throws IOException {
    try (InputStream text = app.page("0/openapi.json").toURL().openStream();
        JsonReader reader = Json.createReader(text)) {
      return new Description(reader.readObject());
    }
  }

  /** The start of a command that runs a tool of npm's, by the file that it begins with. */
  static List<String> tool(String file) {
    return List.of("node", TOOLS.resolve(file).toAbsolutePath().toString());
  }

  void writeTo(Path file) throws IOException {
    Files.writeString(file, json.toString());
  }

  /** The names of the private functions. */
  List<String> functions() {
    return json.getJsonObject("paths").keySet().stream()
        .filter(path -> path.startsWith("/0/private/"))
        .map(path -> path.substring("/0/private/".length()))
        .toList();
  }

  /** Whether a form can hold what the function takes. */
  boolean takesForm(String function) {
    return json.getJsonObject("paths")
        .getJsonObject("/0/private/" + function)
        .getJsonObject("post")
        .getJsonObject("requestBody")
        .getJsonObject("content")
        .containsKey("application/x-www-form-urlencoded");
  }

  /**
   * The body of a call in JSON, each argument as the description has it.
   *
   * @param arguments as a form would hold them
   */
  JsonObject body(String function, long nonce, Map<String, String> arguments) {
    Map<String, Object> nested = new TreeMap<>();
    arguments.forEach((name, value) -> put(nested, name, value));
    return Json.createObjectBuilder(
            typed(nested, schemas().getJsonObject(name(function) + "Request")).asJsonObject())
        .add("nonce", nonce)
        .build();
  }

  private static String name(String function) {
    return function.replace("/", "");
  }

  private JsonObject schemas() {
    return json.getJsonObject("components").getJsonObject("schemas");
  }

  /** {@code orders[0][price]} into a map within a map within a map. */
  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> whole, String name, String value) {
    String[] path = name.replace("]", "").split("\\[");
    Map<String, Object> place = whole;
    for (int at = 0; at < path.length - 1; at++) {
      place = (Map<String, Object>) place.computeIfAbsent(path[at], key -> new TreeMap<>());
    }
    place.put(path[path.length - 1], value);
  }

  private JsonValue typed(Object value, JsonObject reference) {
    JsonObject schema = followed(reference);
    if (value instanceof Map<?, ?> fields && schema.getString("type").equals("array")) {
      JsonArrayBuilder list = Json.createArrayBuilder();
      fields.values().forEach(each -> list.add(typed(each, schema.getJsonObject("items"))));
      return list.build();
    }
    if (value instanceof Map<?, ?> fields) {
      Map<String, Object> typed = new LinkedHashMap<>();
      fields.forEach(
          (name, each) ->
              typed.put(
                  (String) name,
                  typed(each, schema.getJsonObject("properties").getJsonObject((String) name))));
      return Json.createObjectBuilder(typed).build();
    }
    String text = (String) value;
    return switch (schema.getString("type")) {
      case "boolean" -> Boolean.parseBoolean(text) ? JsonValue.TRUE : JsonValue.FALSE;
      case "integer" -> Json.createValue(Long.parseLong(text));
      case "array" -> Json.createArrayBuilder(Stream.of(text.split(",")).toList()).build();
      default -> Json.createValue(text);
    };
  }

  private JsonObject followed(JsonObject schema) {
    JsonString reference = schema.getJsonString("$ref");
    return reference == null
        ? schema
        : Json.createPointer(reference.getString().substring(1)).getValue(json).asJsonObject();
  }
}
