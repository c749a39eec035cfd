package org.doublelock.function;

import jakarta.json.JsonValue;
import java.time.Instant;
import org.doublelock.apikey.PermissionGroup;

/**
 * One private function of the API. Every CDI bean of this type is found by the {@link
 * FunctionRegistry}; the dispatch, the permission check, the wizard's list of actions and the API
 * description all read it from there.
 */
public interface PrivateFunction {

  /**
   * The name in the path, such as {@code AddOrder}: letters and digits, unique; with one slash
   * inside, such as {@code Earn/Strategies}, or none.
   */
  String name();

  /** Where it is called: the path that is signed. A name in braces stands for any one segment. */
  default String path() {
    return "/0/private/" + name();
  }

  /** The HTTP method it is called with. */
  default String method() {
    return "POST";
  }

  AccessRule access();

  PermissionGroup group();

  /**
   * What a call adds to the key's call counter: 1 unless said otherwise, 0 for exempt functions.
   */
  default int cost() {
    return 1;
  }

  /** Whether a call has to carry the key's second factor. */
  default FactorNeed factorNeed() {
    return FactorNeed.AS_CHOSEN;
  }

  /** What a call moves, for whoever unlocks a key up to an amount; empty where nothing counts. */
  default java.util.Optional<Measure> measure() {
    return java.util.Optional.empty();
  }

  /** The arguments that the function knows, for the API description. */
  default java.util.List<Parameter> parameters() {
    return java.util.List.of();
  }

  /**
   * Performs the call in a transaction of its own.
   *
   * @param arguments the body's fields without {@code nonce} and {@code otp}
   * @return what goes under {@code result}
   * @throws FunctionFailure the function's own refusal; nothing it did stays
   */
  JsonValue call(FunctionCaller caller, Arguments arguments, Instant now);

  /** One argument in the API description. */
  record Parameter(String name, boolean required, String description) {}
}
