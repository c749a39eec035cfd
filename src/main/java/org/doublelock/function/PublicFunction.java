package org.doublelock.function;

import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One public, unsigned function of the API. Every CDI bean of this type is found by the {@link
 * PublicFunctionRegistry}.
 */
public interface PublicFunction {

  /** The name in the path, such as {@code Time}: letters and digits, unique. */
  String name();

  /** The arguments that the function knows, for the API description. */
  default List<PrivateFunction.Parameter> parameters() {
    return List.of();
  }

  /** What {@link #call} answers, for the API description; empty where that is not known. */
  default Optional<Type> result() {
    return Optional.empty();
  }

  /**
   * Answers a caller who is nobody in particular.
   *
   * @param arguments the fields of the query or of the body
   * @return what goes under {@code result}
   * @throws FunctionFailure the function's own refusal
   */
  JsonValue call(Arguments arguments, Instant now);
}
