package org.doublelock.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.doublelock.verification.Refusal;

/** What a call may be answered, besides its result: the same for all functions. */
final class Responses {

  private static final String ANSWERED = "Answered; what went wrong stands in the list of errors";

  private static final Map<String, Object> REFUSED =
      Fields.of("$ref", "#/components/schemas/Refused");

  private static final Map<String, Object> OTHERS =
      Fields.of(
          "404", response("NoSuchFunction"),
          "405", response("OtherMethod"),
          "500", response("Failed"),
          "503", response("Unavailable"));

  private static final Map<String, Object> REASON =
      Fields.of("Doublelock-Refusal", Fields.of("$ref", "#/components/headers/Doublelock-Refusal"));

  private Responses() {}

  /** An answer, or a refusal: both have status 200. */
  static Map<String, Object> ofPrivateCall(Map<String, Object> content) {
    return answered(Fields.of("description", ANSWERED, "headers", REASON, "content", content));
  }

  static Map<String, Object> ofPublicCall(Map<String, Object> content) {
    return answered(Fields.of("description", ANSWERED, "content", content));
  }

  private static Map<String, Object> answered(Map<String, Object> answer) {
    Map<String, Object> responses = Fields.of("200", answer);
    responses.putAll(OTHERS);
    return responses;
  }

  /**
   * Of an API behind a gateway: what is let through is answered there. Gateways differ in the
   * status of a refusal.
   */
  static Map<String, Object> ofCallElsewhere() {
    return Fields.of(
        "2XX",
        Fields.of(
            "description",
            "Let through, and answered by the API behind the gateway; or refused, where the gateway"
                + " hands a refusal back with status 200: then {\"error\":[...]}, as with 403"),
        "403",
        Fields.of(
            "description",
            "Not let through, where the gateway keeps the status",
            "headers",
            REASON,
            "content",
            json(REFUSED)),
        "503",
        response("Unavailable"));
  }

  static Map<String, Object> json(Map<String, Object> schema) {
    return Fields.of(ArgumentSchemas.JSON, Fields.of("schema", schema));
  }

  private static Map<String, Object> response(String name) {
    return Fields.of("$ref", "#/components/responses/" + name);
  }

  /** What the others refer to. */
  static Map<String, Object> components() {
    Map<String, Object> unavailable =
        refused(
            "EService:Unavailable: the database could not decide, or was lost meanwhile;"
                + " see whether the call took effect before repeating it");
    unavailable.put(
        "headers",
        Fields.of(
            "Retry-After",
            Fields.of(
                "description",
                "After how many seconds to try again, with a new nonce",
                "schema",
                Fields.of("type", "integer"))));
    return Fields.of(
        "NoSuchFunction",
        refused("EGeneral:Unknown method: the path names no function"),
        "OtherMethod",
        refused("EGeneral:Unknown method: the function is called with another method"),
        "Failed",
        refused("EGeneral:Internal error: see whether the call took effect before repeating it"),
        "Unavailable",
        unavailable);
  }

  static Map<String, Object> headers() {
    return Fields.of(
        "Doublelock-Refusal",
        Fields.of(
            "description",
            "What was wrong with the second factor; there only where the signature was right",
            "schema",
            Fields.of(
                "type",
                "string",
                "enum",
                Arrays.stream(Refusal.values())
                    .flatMap(refusal -> refusal.hint().stream())
                    .distinct()
                    .toList())));
  }

  static Map<String, Object> refusedSchema() {
    return Fields.of(
        "type",
        "object",
        "required",
        List.of("error"),
        "properties",
        Fields.of(
            "error",
            Fields.of("type", "array", "minItems", 1, "items", Fields.of("type", "string"))));
  }

  private static Map<String, Object> refused(String description) {
    return Fields.of("description", description, "content", json(REFUSED));
  }
}
