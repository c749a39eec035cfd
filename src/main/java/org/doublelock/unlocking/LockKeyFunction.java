package org.doublelock.unlocking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.StatedFunction;

/** {@code LockKey}: locks the calling key again. It only takes power away, so it asks no code. */
@Dependent
public class LockKeyFunction extends StatedFunction<LockKeyFunction.Result> {

  private final Leases leases;

  @Inject
  public LockKeyFunction(Leases leases) {
    super("LockKey", PermissionGroup.OTHER, AccessRule.open());
    this.leases = leases;
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
  protected Result answer(FunctionCaller caller, Arguments arguments, Instant now) {
    return new Result("0", leases.end(caller.apiKey()));
  }
}
