package org.doublelock.verification;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads a JSON object. Numbers keep the text they were written in, so none loses a digit. */
final class JsonFields {

  private static final int DEEPEST = 8;
  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());

  private JsonFields() {}

  static FieldsOnce read(byte[] body) throws MalformedBody {
    FieldsOnce fields = new FieldsOnce();
    if (isLikeForm(body)) {
      fields.doubt(); // some readers go by no type
    }
    try (JsonParser json =
        PARSERS.createParser(
            new InputStreamReader(
                new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder()))) {
      if (json.next() != Event.START_OBJECT) {
        throw new MalformedBody("not an object");
      }
      readObject(json, "", 1, fields);
      if (json.hasNext()) {
        throw new MalformedBody("something after the object");
      }
    } catch (JsonException | NoSuchElementException | IllegalStateException broken) {
      throw new MalformedBody("not JSON");
    }
    return fields;
  }

  /** Whether a form's field could stand in it after another one. */
  private static boolean isLikeForm(byte[] body) {
    boolean divided = false;
    for (byte each : body) {
      divided |= each == '&' || each == ';';
      if (divided && each == '=') {
        return true;
      }
    }
    return false;
  }

  private static void readObject(JsonParser json, String prefix, int depth, FieldsOnce fields)
      throws MalformedBody {
    for (Event event = json.next(); event != Event.END_OBJECT; event = json.next()) {
      String key = json.getString();
      // by the depth: an outer name may be empty, and what is inside it is no field of its own
      String name = fields.named(depth == 1 ? key : FieldsOnce.nameOf(prefix, key));
      fields.meet(name, depth == 1 ? AlikeName.of(key) : AlikeName.of(prefix, key));
      Event value = json.next();
      int before = fields.added();
      readValue(json, value, name, depth, fields);
      if (depth == 1 && value != Event.VALUE_NULL && fields.added() == before) {
        fields.add(name, ""); // a list or an object of nothing is there, and says nothing
      }
    }
  }

  private static void readList(JsonParser json, String name, int depth, FieldsOnce fields)
      throws MalformedBody {
    List<String> plain = new ArrayList<>();
    int index = 0;
    for (Event event = json.next(); event != Event.END_ARRAY; event = json.next()) {
      fields.count();
      if (event == Event.START_OBJECT || event == Event.START_ARRAY) {
        readValue(json, event, FieldsOnce.nameOf(name, Integer.toString(index)), depth, fields);
      } else if (event != Event.VALUE_NULL) {
        plain.add(scalar(json, event));
      }
      index++;
    }
    if (!plain.isEmpty()) {
      fields.add(name, String.join(",", plain));
    }
  }

  private static void readValue(
      JsonParser json, Event event, String name, int depth, FieldsOnce fields)
      throws MalformedBody {
    if (depth > DEEPEST) {
      throw new MalformedBody("nested too deeply");
    }
    switch (event) {
      case START_OBJECT -> readObject(json, name, depth + 1, fields);
      case START_ARRAY -> readList(json, name, depth + 1, fields);
      case VALUE_NULL -> {
        // a field that is null is not there
      }
      default -> fields.add(name, scalar(json, event));
    }
  }

  private static String scalar(JsonParser json, Event event) {
    return switch (event) {
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      default -> json.getString();
    };
  }
}
