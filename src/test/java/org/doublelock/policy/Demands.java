package org.doublelock.policy;

import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.PermissionSource;
import org.doublelock.apikey.Permissions;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.secondfactor.ActionPolicy;

/** Demands for a second factor, without a container. */
public final class Demands {

  private Demands() {}

  /** As in a deployment that says nothing of it. */
  public static DemandedFactors none() {
    return new DemandedFactors(
        new FactorDemand(Optional.empty(), Optional.empty(), permissions()),
        new ActionPolicy("all-calls"),
        new FunctionRegistry(List.<PrivateFunction>of()));
  }

  /**
   * For keys with one of these permissions, from that date on.
   *
   * @param actions which calls ask for a second factor
   */
  public static DemandedFactors of(
      String codes, String from, String actions, FunctionRegistry functions) {
    return new DemandedFactors(demand(codes, from), new ActionPolicy(actions), functions);
  }

  static FactorDemand demand(String codes, String from) {
    return new FactorDemand(Optional.of(codes), Optional.of(from), permissions());
  }

  private static Permissions permissions() {
    return new Permissions(List.<PermissionSource>of());
  }
}
