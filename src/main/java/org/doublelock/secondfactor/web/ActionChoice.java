package org.doublelock.secondfactor.web;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;

/** The actions a person can tick: the functions that are deployed, grouped as permissions are. */
final class ActionChoice {

  private final Collection<PrivateFunction> functions;

  ActionChoice(FunctionRegistry registry) {
    this.functions =
        registry.all().stream()
            .filter(function -> function.factorNeed() == FactorNeed.AS_CHOSEN)
            .toList();
  }

  Map<PermissionGroup, List<String>> byGroup() {
    return functions.stream()
        .collect(
            Collectors.groupingBy(
                PrivateFunction::group,
                () -> new EnumMap<>(PermissionGroup.class),
                Collectors.mapping(PrivateFunction::name, Collectors.toList())));
  }

  Set<String> all() {
    return functions.stream()
        .map(PrivateFunction::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What was ticked, as far as there is such an action. */
  Set<String> known(Collection<String> ticked) {
    Set<String> known = all();
    known.retainAll(ticked);
    return known;
  }
}
