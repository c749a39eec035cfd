package org.doublelock.upstream;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction;

/**
 * One function of the upstream API. It is permitted here and performed there.
 *
 * @param method the one HTTP method it is called with; the signature does not cover it
 * @param server where the gateway is, never empty: here it cannot be called
 */
record UpstreamFunction(
    String name,
    String method,
    PathPattern pattern,
    AccessRule access,
    PermissionGroup group,
    int cost,
    List<Parameter> parameters,
    Optional<Measure> measure,
    Optional<String> server)
    implements PrivateFunction {

  @Override
  public String path() {
    return pattern.text();
  }

  /** It has no place among the functions that are performed here. */
  @Override
  public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    throw new FunctionFailure("EGeneral:Unknown method");
  }
}
