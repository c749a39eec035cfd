package org.doublelock.secondfactor.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;

/** The actions a person can tick: the functions that are deployed, grouped as permissions are. */
public final class ActionChoice {

  /** The actions of one group. */
  public record Group(PermissionGroup group, List<Part> parts) {}

  /**
   * Those of them that one permission opens.
   *
   * @param permission its code; empty for those that every key may call
   */
  public record Part(String permission, List<String> actions) {}

  private static final Comparator<Optional<Permission>> PERMISSIONS =
      Comparator.comparing(
          one -> one.orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Collection<PrivateFunction> functions;

  ActionChoice(FunctionRegistry registry) {
    this.functions =
        registry.all().stream()
            .filter(function -> function.factorNeed() == FactorNeed.AS_CHOSEN)
            .toList();
  }

  List<Group> byGroup() {
    Map<PermissionGroup, List<PrivateFunction>> groups =
        functions.stream()
            .collect(
                Collectors.groupingBy(
                    PrivateFunction::group,
                    () -> new EnumMap<>(PermissionGroup.class),
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), byPermission(group.getValue())))
        .toList();
  }

  private static List<Part> byPermission(List<PrivateFunction> some) {
    Map<String, List<String>> parts =
        some.stream()
            .sorted(Comparator.comparing(ActionChoice::permission, PERMISSIONS))
            .collect(
                Collectors.groupingBy(
                    function -> permission(function).map(Permission::code).orElse(""),
                    LinkedHashMap::new,
                    Collectors.mapping(PrivateFunction::name, Collectors.toList())));
    return parts.entrySet().stream().map(part -> new Part(part.getKey(), part.getValue())).toList();
  }

  /** The one that matters most of those that open it the usual way. */
  private static Optional<Permission> permission(PrivateFunction function) {
    return function.access().alternatives().stream()
        .findFirst()
        .flatMap(needed -> needed.stream().max(Comparator.comparing(Permission::risk)));
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
