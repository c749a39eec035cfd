package org.doublelock.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.function.PublicFunction;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {

  private static final String WITHDRAW = "/paths/~10~1private~1Withdraw/post";
  private static final String INFO = "/paths/~10~1private~1GetApiKeyInfo/post";
  private static final String FORM = "/requestBody/content/application~1x-www-form-urlencoded";
  private static final String TICKER = "/paths/~10~1public~1Ticker";

  private static final Parameter AMOUNT = new Parameter("amount", true, "How much");
  private static final Parameter NOTE = new Parameter("note", false, "What for");

  private final JsonObject description =
      new ApiDescription(
              List.of(
                  new Described(
                      "Withdraw",
                      new AccessRule(
                          List.of(
                              Set.of(Permission.WITHDRAW_FUNDS, Permission.QUERY_FUNDS),
                              Set.of(Permission.QUERY_LEDGER))),
                      2,
                      List.of(AMOUNT, NOTE)),
                  new Described("GetApiKeyInfo", AccessRule.open(), 1, List.of())),
              List.of(new Ticker()))
          .toJson();

  @Test
  void has_a_path_for_each_function_and_no_other() {
    assertEquals(
        Set.of("/0/private/Withdraw", "/0/private/GetApiKeyInfo", "/0/public/Ticker"),
        description.getJsonObject("paths").keySet());
  }

  @Test
  void names_the_permissions_and_the_cost_of_a_call() {
    assertEquals(
        "Needs the permission query-funds and withdraw-funds, or query-ledger."
            + " Adds 2 to the key's call counter.",
        text(WITHDRAW + "/description"));
    assertTrue(text(INFO + "/description").startsWith("Every key may call it."));
  }

  @Test
  void asks_for_the_nonce_and_lets_the_second_factor_be_sent_on_every_private_call() {
    assertEquals("[\"nonce\",\"amount\"]", at(WITHDRAW + FORM + "/schema/required").toString());
    assertEquals(
        Set.of("nonce", "otp", "amount", "note"),
        at(WITHDRAW + FORM + "/schema/properties").asJsonObject().keySet());
    assertEquals("[\"nonce\"]", at(INFO + FORM + "/schema/required").toString());
  }

  @Test
  void offers_the_same_fields_as_a_form_and_as_json() {
    assertEquals(at(WITHDRAW + FORM), at(WITHDRAW + "/requestBody/content/application~1json"));
  }

  @Test
  void demands_both_headers_of_a_private_call_and_none_of_a_public_one() {
    assertEquals("[{\"API-Key\":[],\"API-Sign\":[]}]", at(WITHDRAW + "/security").toString());
    assertEquals("API-Key", text("/components/securitySchemes/API-Key/name"));
    assertEquals("header", text("/components/securitySchemes/API-Sign/in"));
    assertNull(at(TICKER + "/get").asJsonObject().get("security"));
  }

  @Test
  void offers_public_functions_by_get_and_by_post() {
    assertEquals("pair", text(TICKER + "/get/parameters/0/name"));
    assertEquals("query", text(TICKER + "/get/parameters/0/in"));
    assertFalse(
        at(TICKER + "/post" + FORM + "/schema/properties").asJsonObject().containsKey("nonce"));
    assertFalse(at(TICKER + "/post" + FORM + "/schema").asJsonObject().containsKey("required"));
  }

  private String text(String pointer) {
    return ((JsonString) at(pointer)).getString();
  }

  private JsonValue at(String pointer) {
    JsonPointer place = Json.createPointer(pointer);
    return place.getValue(description);
  }

  private record Described(String name, AccessRule access, int cost, List<Parameter> parameters)
      implements PrivateFunction {

    @Override
    public PermissionGroup group() {
      return PermissionGroup.FUNDING;
    }

    @Override
    public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Ticker implements PublicFunction {

    @Override
    public String name() {
      return "Ticker";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(new Parameter("pair", false, "Which pairs"));
    }

    @Override
    public JsonValue call(Arguments arguments, Instant now) {
      throw new UnsupportedOperationException();
    }
  }
}
