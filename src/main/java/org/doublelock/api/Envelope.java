package org.doublelock.api;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/** The JSON that every answer is wrapped in: a list of errors, and a result where there is one. */
final class Envelope {

  // Kept, since every static method of Json looks the provider up again.
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private Envelope() {}

  static JsonObject of(JsonValue result) {
    return BUILDERS
        .createObjectBuilder()
        .add("error", JsonValue.EMPTY_JSON_ARRAY)
        .add("result", result)
        .build();
  }

  static JsonObject ofError(String wireError) {
    return BUILDERS
        .createObjectBuilder()
        .add("error", BUILDERS.createArrayBuilder().add(wireError))
        .build();
  }
}
