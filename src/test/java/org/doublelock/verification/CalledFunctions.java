package org.doublelock.verification;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction;

/** The functions that the callers of these tests name. The verification performs none of them. */
public final class CalledFunctions {

  /** Performed by somebody else's API; it moves something too. */
  static final String BEHIND_GATEWAY = "Lend";

  private CalledFunctions() {}

  public static FunctionRegistry all() {
    return new FunctionRegistry(
        List.of(
            new Named("Balance", 0, Permission.QUERY_FUNDS),
            new Named("Ledgers", 2, Permission.QUERY_LEDGER),
            new Named("AddOrder", 0, Permission.MODIFY_TRADES),
            new Named("Withdraw", 0, Permission.WITHDRAW_FUNDS),
            new Named(BEHIND_GATEWAY, 0, Permission.ADD_FUNDS),
            new Named("UnlockKey", 0, Permission.QUERY_FUNDS),
            new Named("LockKey", 0, Permission.QUERY_FUNDS)));
  }

  private record Named(String name, int cost, Permission needed) implements PrivateFunction {

    @Override
    public AccessRule access() {
      return AccessRule.allOf(needed);
    }

    @Override
    public Optional<String> server() {
      return Optional.of("https://gateway.invalid").filter(address -> name.equals(BEHIND_GATEWAY));
    }

    /** Of those that move something, in dollars. */
    @Override
    public Optional<Measure> measure() {
      return name.equals("Withdraw") || name.equals(BEHIND_GATEWAY)
          ? Optional.of(Measure.ofField("amount", "USD"))
          : Optional.empty();
    }

    @Override
    public FactorNeed factorNeed() {
      return switch (name) {
        case "UnlockKey" -> FactorNeed.ALWAYS;
        case "LockKey" -> FactorNeed.NEVER;
        default -> FactorNeed.AS_CHOSEN;
      };
    }

    @Override
    public PermissionGroup group() {
      return needed.group();
    }

    @Override
    public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
      throw new UnsupportedOperationException("the verification performs nothing");
    }
  }
}
