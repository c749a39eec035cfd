package org.doublelock.function;

import jakarta.json.JsonValue;
import java.time.Instant;

/** A private function whose result is a file, sent as it is; what it refuses stands in JSON. */
public interface FileFunction extends PrivateFunction {

  /**
   * Performs the call.
   *
   * @throws FunctionFailure the function's own refusal
   */
  SentFile file(FunctionCaller caller, Arguments arguments, Instant now);

  /** Not called: the file is the answer. */
  @Override
  default JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    throw new UnsupportedOperationException(name() + " answers a file");
  }
}
