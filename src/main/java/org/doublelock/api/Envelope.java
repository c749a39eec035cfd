package org.doublelock.api;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The JSON that every answer is wrapped in: a list of errors, and a result where there is one. */
final class Envelope {

  /** After how long a caller may try again that was told that nothing can be decided now. */
  static final String RETRY_AFTER_SECONDS = "5";

  // Kept, since every static method of Json looks the provider up again.
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private Envelope() {}

  /** As text: the result writes itself, and nothing around it has to be built anew. */
  static String of(JsonValue result) {
    return "{\"error\":[],\"result\":" + result + "}";
  }

  /** As the whole answer of a servlet. */
  static void write(HttpServletResponse response, int status, String wireError) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(ofError(wireError).toString());
  }

  /** The same where nothing can be decided now, with when to try again. */
  static void writeUnavailable(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "EService:Unavailable");
  }

  static JsonObject ofError(String wireError) {
    return BUILDERS
        .createObjectBuilder()
        .add("error", BUILDERS.createArrayBuilder().add(wireError))
        .build();
  }
}
