package org.doublelock.unlocking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.AnswerJson;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction;

/** {@code LockKey}: locks the calling key again. It only takes power away, so it asks no code. */
@Dependent
public class LockKeyFunction implements PrivateFunction {

  private final Leases leases;

  @Inject
  public LockKeyFunction(Leases leases) {
    this.leases = leases;
  }

  @Override
  public String name() {
    return "LockKey";
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
  public FactorNeed factorNeed() {
    return FactorNeed.NEVER;
  }

  /**
   * @param unlockedUntil always 0
   */
  record Result(String unlockedUntil, boolean wasUnlocked) {}

  @Override
  public Optional<Type> result() {
    return Optional.of(Result.class);
  }

  @Override
  public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    return AnswerJson.of(new Result("0", leases.end(caller.apiKey())));
  }
}
