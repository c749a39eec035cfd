package org.doublelock.benchmark.inside;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonValue;
import java.time.Instant;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction;

/** A private function that does nothing, so that what is measured is what stands before it. */
@Dependent
public class NothingFunction implements PrivateFunction {

  @Override
  public String name() {
    return "Nothing";
  }

  @Override
  public AccessRule access() {
    return AccessRule.allOf(Permission.QUERY_FUNDS);
  }

  @Override
  public PermissionGroup group() {
    return PermissionGroup.FUNDING;
  }

  @Override
  public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    return JsonValue.EMPTY_JSON_OBJECT;
  }
}
