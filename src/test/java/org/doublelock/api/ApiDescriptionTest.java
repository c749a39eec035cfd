package org.doublelock.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.AnswerJson;
import org.doublelock.function.Arguments;
import org.doublelock.function.Beside;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.InOrder;
import org.doublelock.function.OrNull;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.function.PublicFunction;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {

  private static final String WITHDRAW = "/paths/~10~1private~1Withdraw/post";
  private static final String INFO = "/paths/~10~1private~1GetApiKeyInfo/post";
  private static final String JSON = "/components/schemas/WithdrawRequest";
  private static final String ANSWER = "/components/schemas/WithdrawAnswer";
  private static final String TICKER = "/paths/~10~1public~1Ticker";

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("amount", true, "How much"),
          new Parameter("speed", false, "How soon").choice("now", "later"),
          new Parameter("times", false, "How often").whole(1, 9),
          new Parameter("validate", false, "Whether to look only").flag(),
          new Parameter("to", false, "Who gets it").several(),
          new Parameter("close", false, "What follows")
              .group(List.of(new Parameter("price", true, "At what price"))));

  private final JsonObject description =
      new ApiDescription(
              "https://keys.example.org",
              List.of(
                  new Described(
                      "Withdraw",
                      new AccessRule(
                          List.of(
                              Set.of(Permission.WITHDRAW_FUNDS, Permission.QUERY_FUNDS),
                              Set.of(Permission.QUERY_LEDGER))),
                      2,
                      PARAMETERS),
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
    Set<String> fields =
        Set.of("nonce", "otp", "amount", "speed", "times", "validate", "to", "close");
    assertEquals("[\"nonce\",\"amount\"]", at(JSON + "/required").toString());
    assertEquals(fields, at(JSON + "/properties").asJsonObject().keySet());
    assertEquals("[\"nonce\"]", at("/components/schemas/GetApiKeyInfoRequest/required").toString());
  }

  @Test
  void refers_to_bodies_by_names_that_clients_can_have() {
    String body = "/requestBody/content/";
    assertEquals(
        "#/components/schemas/WithdrawRequest",
        text(WITHDRAW + body + "application~1json/schema/$ref"));
    assertEquals(
        "#/components/schemas/WithdrawRequest",
        text(WITHDRAW + body + "application~1x-www-form-urlencoded/schema/$ref"));
    assertEquals(
        "#/components/schemas/WithdrawAnswer",
        text(WITHDRAW + "/responses/200/content/application~1json/schema/$ref"));
    assertEquals("withdraw", text(WITHDRAW + "/operationId"));
    assertEquals("getPublicTicker", text(TICKER + "/get/operationId"));
  }

  @Test
  void tells_what_an_argument_is() {
    String fields = JSON + "/properties/";
    assertEquals("[\"now\",\"later\"]", at(fields + "speed/enum").toString());
    assertEquals("integer", text(fields + "times/type"));
    assertEquals("9", at(fields + "times/maximum").toString());
    assertEquals("boolean", text(fields + "validate/type"));
    assertEquals("string", text(fields + "to/items/type"));
    assertEquals("#/components/schemas/WithdrawClose", text(fields + "close/$ref"));
  }

  @Test
  void takes_a_nonce_as_a_number_or_as_text() {
    assertEquals("#/components/schemas/Nonce", text(JSON + "/properties/nonce/$ref"));
    assertEquals("integer", text("/components/schemas/Nonce/anyOf/0/type"));
    assertEquals("string", text("/components/schemas/Nonce/anyOf/1/type"));
  }

  @Test
  void tells_how_a_form_holds_what_is_no_text() {
    String encoding =
        WITHDRAW + "/requestBody/content/application~1x-www-form-urlencoded/encoding/";
    assertEquals("false", at(encoding + "to/explode").toString());
    assertEquals("deepObject", text(encoding + "close/style"));
  }

  @Test
  void tells_a_result_as_its_record_has_it() {
    assertEquals(
        "#/components/schemas/ApiDescriptionTestSent", text(ANSWER + "/properties/result/$ref"));
    String sent = "/components/schemas/ApiDescriptionTestSent";
    assertEquals("[\"ref_id\",\"left\",\"steps\"]", at(sent + "/required").toString());
    assertEquals("true", at(sent + "/properties/left/nullable").toString());
    assertEquals("array", text(sent + "/properties/steps/items/type"));
    assertEquals("2", at(sent + "/properties/steps/items/minItems").toString());
    assertEquals("string", text(sent + "/properties/note/type"));
    assertEquals("boolean", text(sent + "/additionalProperties/type"));
    assertEquals(
        "{\"ref_id\":\"F1\",\"left\":null,\"steps\":[[\"a\",1]],\"late\":true}",
        AnswerJson.of(
                new Sent(
                    "F1", null, List.of(new Step("a", 1)), Optional.empty(), Map.of("late", true)))
            .toString());
  }

  @Test
  void says_what_else_may_be_answered() {
    assertEquals(
        Set.of("200", "404", "405", "500", "503"),
        at(WITHDRAW + "/responses").asJsonObject().keySet());
    assertEquals(
        "#/components/headers/Doublelock-Refusal",
        text(WITHDRAW + "/responses/200/headers/Doublelock-Refusal/$ref"));
    assertEquals(
        "[\"otp-locked\",\"otp-missing\",\"otp-wrong\",\"otp-reused\",\"factor-required\"]",
        at("/components/headers/Doublelock-Refusal/schema/enum").toString());
  }

  @Test
  void demands_both_headers_of_a_private_call_and_none_of_a_public_one() {
    assertEquals("[{\"API-Key\":[],\"API-Sign\":[]}]", at(WITHDRAW + "/security").toString());
    assertEquals("API-Key", text("/components/securitySchemes/API-Key/name"));
    assertEquals("header", text("/components/securitySchemes/API-Sign/in"));
    assertEquals("[]", at(TICKER + "/get/security").toString());
    assertEquals("[]", at(TICKER + "/post/security").toString());
  }

  @Test
  void says_where_it_is_called_how_it_is_signed_and_under_which_licence() {
    assertEquals("https://keys.example.org", text("/servers/0/url"));
    assertTrue(text("/info/description").contains("API-Sign = base64( HMAC-SHA512("));
    assertEquals("Apache-2.0", text("/info/license/name"));
  }

  @Test
  void offers_public_functions_by_get_and_by_post() {
    assertEquals("pair", text(TICKER + "/get/parameters/0/name"));
    assertEquals("query", text(TICKER + "/get/parameters/0/in"));
    assertEquals("false", at(TICKER + "/get/parameters/0/explode").toString());
    JsonObject body = at("/components/schemas/PublicTickerRequest").asJsonObject();
    assertEquals(Set.of("pair"), body.getJsonObject("properties").keySet());
    assertFalse(body.containsKey("required"));
  }

  private String text(String pointer) {
    return ((JsonString) at(pointer)).getString();
  }

  private JsonValue at(String pointer) {
    JsonPointer place = Json.createPointer(pointer);
    return place.getValue(description);
  }

  record Sent(
      String refId,
      @OrNull String left,
      List<Step> steps,
      Optional<String> note,
      @Beside Map<String, Boolean> more) {}

  @InOrder
  record Step(String name, long place) {}

  private record Described(String name, AccessRule access, int cost, List<Parameter> parameters)
      implements PrivateFunction {

    @Override
    public PermissionGroup group() {
      return PermissionGroup.FUNDING;
    }

    @Override
    public Optional<Type> result() {
      return Optional.of(Sent.class);
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
      return List.of(new Parameter("pair", false, "Which pairs").several());
    }

    @Override
    public JsonValue call(Arguments arguments, Instant now) {
      throw new UnsupportedOperationException();
    }
  }
}
