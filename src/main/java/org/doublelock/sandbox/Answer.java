package org.doublelock.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Builds the JSON of the answers, with the published ways to write a time. */
public final class Answer {

  // Kept, since every static method of Json looks the provider up again.
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private Answer() {}

  public static JsonObjectBuilder object() {
    return BUILDERS.createObjectBuilder();
  }

  public static JsonArrayBuilder array() {
    return BUILDERS.createArrayBuilder();
  }

  /** A value that is there, null too, or is left out. */
  public record IfKnown(boolean isThere, Object value) {}

  /**
   * A result as JSON. A record's components are its fields, {@code volExec} as {@code vol_exec}; an
   * empty {@link Optional} is left out, null is null. Lists, maps, texts, numbers and booleans are
   * what they are.
   */
  public static JsonValue of(Object result) {
    return ResultJson.of(result);
  }

  /** Seconds since 1970 with a fraction of at most six digits, as a JSON number. */
  public static BigDecimal time(Instant instant) {
    long micros = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    return BigDecimal.valueOf(micros, 6);
  }
}
