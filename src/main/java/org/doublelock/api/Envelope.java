package org.doublelock.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The JSON that every answer is wrapped in: a list of errors, and a result where there is one. */
final class Envelope {

  private Envelope() {}

  static JsonObject of(JsonValue result) {
    return Json.createObjectBuilder()
        .add("error", JsonValue.EMPTY_JSON_ARRAY)
        .add("result", result)
        .build();
  }

  static JsonObject ofError(String wireError) {
    return Json.createObjectBuilder()
        .add("error", Json.createArrayBuilder().add(wireError))
        .build();
  }
}
