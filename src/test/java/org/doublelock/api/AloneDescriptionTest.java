package org.doublelock.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction;
import org.junit.jupiter.api.Test;

/** The description where the functions of another API stand alone. */
class AloneDescriptionTest {

  private final JsonObject alone =
      new ApiDescription("https://keys.x", List.of(new Lent()), List.of()).toJson();

  @Test
  void says_nothing_of_an_exchange_and_of_what_anybody_may_ask() {
    assertFalse(alone.toString().contains("exchange"));
    assertEquals(1, alone.getJsonArray("tags").size());
    assertEquals("other", text("/tags/0/name"));
  }

  @Test
  void a_function_behind_a_gateway_is_called_at_the_gateways_address() {
    assertEquals("https://keys.x", text("/servers/0/url"));
    assertEquals("https://api.x", text("/paths/~1v1~1loan/put/servers/0/url"));
  }

  private String text(String pointer) {
    JsonValue found = Json.createPointer(pointer).getValue(alone);
    return ((JsonString) found).getString();
  }

  private static final class Lent implements PrivateFunction {

    @Override
    public String name() {
      return "LendBook";
    }

    @Override
    public String path() {
      return "/v1/loan";
    }

    @Override
    public Optional<String> server() {
      return Optional.of("https://api.x");
    }

    @Override
    public String method() {
      return "PUT";
    }

    @Override
    public AccessRule access() {
      return AccessRule.open();
    }

    @Override
    public PermissionGroup group() {
      return PermissionGroup.OTHER;
    }

    @Override
    public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
      throw new UnsupportedOperationException("nothing is called here");
    }
  }
}
