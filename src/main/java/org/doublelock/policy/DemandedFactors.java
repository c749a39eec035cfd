package org.doublelock.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doublelock.apikey.Permission;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.secondfactor.ActionPolicy;

/**
 * Which keys meet the demand for a second factor: those without the permissions that it is about,
 * and those whose second factor is asked for by every function that such a permission opens. Ticked
 * actions count where the deployment applies them; else any second factor is asked for always.
 */
@ApplicationScoped
public class DemandedFactors {

  private FactorDemand demand;
  private ActionPolicy policy;
  private Map<Permission, Set<String>> opened;

  protected DemandedFactors() {
    // for the CDI proxy
  }

  @Inject
  public DemandedFactors(FactorDemand demand, ActionPolicy policy, FunctionRegistry functions) {
    this.demand = demand;
    this.policy = policy;
    this.opened = new LinkedHashMap<>();
    for (Permission permission : demand.permissions()) {
      opened.put(
          permission,
          policy.appliesSelection() ? openedBy(permission, functions) : Set.<String>of());
    }
  }

  /** A function that asks for the factor always, or never, leaves its owner no choice. */
  private static Set<String> openedBy(Permission permission, FunctionRegistry functions) {
    return functions.all().stream()
        .filter(function -> function.factorNeed() == FactorNeed.AS_CHOSEN)
        .filter(
            function ->
                function.access().alternatives().stream()
                    .anyMatch(needed -> needed.contains(permission)))
        .map(PrivateFunction::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  public boolean isOn() {
    return demand.isOn();
  }

  /** Whether it depends on a factor's ticked actions whether it is enough. */
  public boolean looksAtActions() {
    return isOn() && policy.appliesSelection();
  }

  /**
   * Whether a key is refused at that time.
   *
   * @param asked the actions that were ticked for its second factor; empty where it has none
   */
  public boolean refuses(Set<Permission> held, Optional<Set<String>> asked, Instant now) {
    return demand.isInForce(now) && !isMetBy(held, asked);
  }

  private boolean isMetBy(Set<Permission> held, Optional<Set<String>> asked) {
    for (Map.Entry<Permission, Set<String>> each : opened.entrySet()) {
      if (held.contains(each.getKey())
          && (asked.isEmpty() || !asked.get().containsAll(each.getValue()))) {
        return false;
      }
    }
    return true;
  }

  /** What a key lacks at that time, refused already or not; empty where it meets the demand. */
  public Optional<Shortfall> shortfall(
      Set<Permission> held, Optional<Set<String>> asked, Instant now) {
    if (!isOn() || isMetBy(held, asked)) {
      return Optional.empty();
    }
    List<String> unasked =
        asked.stream()
            .flatMap(ticked -> actions(held).stream().filter(action -> !ticked.contains(action)))
            .toList();
    return Optional.of(new Shortfall(demand.from(), demand.isInForce(now), unasked));
  }

  /**
   * The actions that have to ask for the second factor of a key with these permissions; empty where
   * every call asks for it.
   */
  public Set<String> actions(Set<Permission> held) {
    Set<String> actions = new TreeSet<>();
    opened.forEach(
        (permission, functions) -> {
          if (held.contains(permission)) {
            actions.addAll(functions);
          }
        });
    return actions;
  }

  /** The permissions that it is about, each with the actions that have to ask for the factor. */
  Map<Permission, Set<String>> opened() {
    return opened;
  }
}
