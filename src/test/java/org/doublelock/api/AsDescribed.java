package org.doublelock.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PublicFunction;

/** Whether functions answer what the description says, and no field besides. */
public final class AsDescribed {

  private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi30());
  private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

  private AsDescribed() {}

  public static void check(PrivateFunction function, JsonValue result) {
    String name = function.name().replace("/", "") + "Answer";
    check(name, new ApiDescription("", List.of(function), List.of()), result);
  }

  public static void check(PublicFunction function, JsonValue result) {
    String name = "Public" + function.name() + "Answer";
    check(name, new ApiDescription("", List.of(), List.of(function)), result);
  }

  private static void check(String name, ApiDescription description, JsonValue result) {
    Schema schema = KNOWN.computeIfAbsent(name, answer -> schema(answer, description.toJson()));
    List<Error> errors = schema.validate(Envelope.of(result), InputFormat.JSON);
    assertEquals(List.of(), errors.stream().map(Error::toString).toList(), result::toString);
  }

  private static Schema schema(String name, JsonObject description) {
    return SCHEMAS.getSchema(
        Json.createObjectBuilder()
            .add("components", closed(description.get("components")))
            .add(
                "allOf",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name)))
            .build()
            .toString(),
        InputFormat.JSON);
  }

  /** The same with no other fields than those that are told. */
  private static JsonValue closed(JsonValue value) {
    if (value instanceof JsonArray list) {
      return Json.createArrayBuilder(list.stream().map(AsDescribed::closed).toList()).build();
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObjectBuilder closed = Json.createObjectBuilder();
    object.forEach((name, each) -> closed.add(name, closed(each)));
    return object.get("properties") instanceof JsonObject
            && !object.containsKey("additionalProperties")
        ? closed.add("additionalProperties", false).build()
        : closed.build();
  }
}
