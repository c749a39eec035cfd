package org.doublelock.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What the API said. */
public record ApiAnswer(int status, HttpHeaders headers, String text) {

  public JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** The one error, or nothing when the call was performed. */
  public String error() {
    return json().getJsonArray("error").isEmpty() ? "" : json().getJsonArray("error").getString(0);
  }

  public JsonObject result() {
    return json().getJsonObject("result");
  }

  /** The reason that only a caller whose signature was right is told. */
  public Optional<String> refusal() {
    return headers.firstValue("Doublelock-Refusal");
  }
}
