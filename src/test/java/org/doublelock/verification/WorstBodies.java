package org.doublelock.verification;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bodies of 64 KiB that cost more than others, each by another part of what reads them. */
public final class WorstBodies {

  static final Optional<String> JSON = Optional.of("application/json");

  private WorstBodies() {}

  /** A body, and its type. */
  public record Sent(Optional<String> contentType, byte[] body) {}

  /** By what is costly in them. */
  public static Map<String, Sent> all() {
    Map<String, Sent> bodies = new LinkedHashMap<>();
    String longName = "n".repeat(2_000);
    bodies.put(
        "small objects under one long name", json("\"" + longName + "\":[", "{\"a\":1}", ",", "]"));
    bodies.put("small lists under one long name", json("\"" + longName + "\":[", "[]", ",", "]"));
    bodies.put(
        "small objects under the longest name that is read",
        json("\"" + "n".repeat(118) + "\":[", "{\"a\":1}", ",", "]"));
    bodies.put(
        "small objects as deep as they may be",
        json("\"a\":{\"b\":{\"c\":{\"d\":{\"e\":[", "{\"f\":1}", ",", "]}}}}}"));
    bodies.put("a list of numbers", json("\"a\":[", "1", ",", "]"));
    bodies.put("a list of nulls", json("\"a\":[", "null", ",", "]"));
    bodies.put("a list of escapes", json("\"a\":[", "\"\\u00e9\"", ",", "]"));
    bodies.put("one name again and again", json("", "\"a\":1", ",", ""));
    bodies.put("nothing under one name again and again", json("", "\"a\":[]", ",", ""));
    bodies.put("a number as long as the body", json("\"a\":", "9", "", ""));
    bodies.put("a text of escapes as long as the body", json("\"a\":\"", "\\u00e9", "", "\""));
    bodies.put("a text as long as the body", json("\"a\":\"", "x", "", "\""));
    bodies.put("blanks", json("\"a\":1", " ", "", ""));
    bodies.put("other names of one hash", json("", 64, ","));
    bodies.put("fields as many as are read", json("", 62, ","));
    bodies.put("a form of names without values", form("a", "&"));
    bodies.put("a form of escapes", form("%61", "&"));
    bodies.put("a form of nothing", form("", "&"));
    bodies.put("a form of one value", form("%C3%A9", ""));
    return bodies;
  }

  /** An ordinary call's body. */
  public static Sent ordinary() {
    return new Sent(
        Optional.empty(),
        "nonce=1763900000000000&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static Sent json(String before, String again, String between, String after) {
    return new Sent(JSON, filled("{\"nonce\":1," + before, again, between, after + "}"));
  }

  /**
   * Fields whose names all have the same hash code: "Aa" and "BB" do, and so does any row of them.
   */
  private static Sent json(String after, int length, String between) {
    StringBuilder body = new StringBuilder("{\"nonce\":1");
    for (int number = 0; body.length() + length + 8 < CallBody.MAX_BYTES; number++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < length / 2; bit++) {
        name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
      }
      body.append(between).append('"').append(name).append("\":1");
    }
    return new Sent(
        JSON, body.append(after).append('}').toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Sent form(String again, String between) {
    return new Sent(Optional.empty(), filled("nonce=1&a=", again, between, ""));
  }

  private static byte[] filled(String before, String again, String between, String after) {
    StringBuilder body = new StringBuilder(before).append(again);
    while (body.length() + between.length() + again.length() + after.length()
        < CallBody.MAX_BYTES) {
      body.append(between).append(again);
    }
    return body.append(after).toString().getBytes(StandardCharsets.UTF_8);
  }
}
