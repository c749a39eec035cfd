package org.doublelock.verification.web;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.doublelock.verification.web.PastedRequest.Unreadable;

/** {@code fetch("…", {…})} as browsers copy it: an address and an object, both as JSON has them. */
final class FetchCall {

  private static final Pattern START = Pattern.compile("(await\\s+)?fetch\\s*\\(");

  private FetchCall() {}

  static boolean isOne(String text) {
    return START.matcher(text).lookingAt();
  }

  static PastedRequest parse(String text) throws Unreadable {
    int begin = text.indexOf('(') + 1;
    int end = text.lastIndexOf(')');
    if (end < begin) {
      throw new Unreadable("test-key.request.fetch");
    }
    try (JsonReader reader =
        Json.createReader(new StringReader("[" + text.substring(begin, end) + "]"))) {
      return request(reader.readArray());
    } catch (RuntimeException notJson) { // each part of the library says so in its own way
      throw new Unreadable("test-key.request.fetch");
    }
  }

  private static PastedRequest request(JsonArray call) throws Unreadable {
    JsonObject options = call.getJsonObject(1);
    if (!options.getString("method", "GET").equalsIgnoreCase("POST")) {
      throw new Unreadable("test-key.request.method");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> header :
        options.getOrDefault("headers", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().entrySet()) {
      PastedRequest.addHeader(
          headers, header.getKey() + ":" + ((JsonString) header.getValue()).getString());
    }
    return new PastedRequest(
        PastedRequest.pathOf(call.getString(0)), headers, options.getString("body", ""));
  }
}
