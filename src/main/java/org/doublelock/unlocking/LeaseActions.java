package org.doublelock.unlocking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction;

/** The functions that a key can be unlocked for. */
@ApplicationScoped
public class LeaseActions {

  private FunctionRegistry functions;

  protected LeaseActions() {
    // for the CDI proxy
  }

  @Inject
  public LeaseActions(FunctionRegistry functions) {
    this.functions = functions;
  }

  /** All of them, grouped as permissions are. */
  public Map<PermissionGroup, List<String>> byGroup() {
    return byGroup(unlockable());
  }

  /** Those of them that a key with these permissions may call. */
  public Map<PermissionGroup, List<String>> byGroup(Set<Permission> held) {
    return byGroup(unlockable().filter(function -> function.access().admits(held)));
  }

  private static Map<PermissionGroup, List<String>> byGroup(Stream<PrivateFunction> some) {
    return some.collect(
        Collectors.groupingBy(
            PrivateFunction::group,
            () -> new EnumMap<>(PermissionGroup.class),
            Collectors.mapping(PrivateFunction::name, Collectors.toList())));
  }

  /** What is meant when nobody says which: all but those that move funds away. */
  public Set<String> usual() {
    return names(unlockable().filter(function -> !movesFundsAway(function)));
  }

  /** Whether only who may move funds away can call it; false where there is no such function. */
  public boolean canMoveFundsAway(String action) {
    return functions.find(action).filter(LeaseActions::movesFundsAway).isPresent();
  }

  /**
   * What stands in a list with commas; empty if one of it is no such function, or there is none.
   */
  public Optional<Set<String>> parse(String list) {
    Set<String> named =
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return named.isEmpty() || !names(unlockable()).containsAll(named)
        ? Optional.empty()
        : Optional.of(named);
  }

  /** The currencies that functions tell amounts in. */
  public List<String> currencies() {
    return unlockable()
        .map(PrivateFunction::measure)
        .flatMap(Optional::stream)
        .map(Measure::currency)
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<PrivateFunction> unlockable() {
    return functions.all().stream()
        .filter(function -> function.factorNeed() == FactorNeed.AS_CHOSEN);
  }

  private static Set<String> names(Stream<PrivateFunction> some) {
    return some.map(PrivateFunction::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether every way to be permitted it leads through a permission that moves funds away. */
  private static boolean movesFundsAway(PrivateFunction function) {
    List<Set<Permission>> alternatives = function.access().alternatives();
    return !alternatives.isEmpty()
        && alternatives.stream()
            .allMatch(
                set ->
                    set.stream()
                        .anyMatch(
                            permission -> permission.risk() == Permission.Risk.MOVES_FUNDS_AWAY));
  }
}
