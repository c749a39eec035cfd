package org.doublelock.function;

import java.util.List;
import java.util.Set;
import org.doublelock.apikey.Permission;

/**
 * Which permissions open a function: any one of the alternatives, each a set that must be held in
 * full. No alternatives at all means that every key may call it.
 */
public record AccessRule(List<Set<Permission>> alternatives) {

  public AccessRule {
    alternatives = alternatives.stream().map(Set::copyOf).toList();
  }

  public static AccessRule open() {
    return new AccessRule(List.of());
  }

  public static AccessRule allOf(Permission... permissions) {
    return new AccessRule(List.of(Set.of(permissions)));
  }

  public static AccessRule anyOf(Permission... permissions) {
    return new AccessRule(java.util.Arrays.stream(permissions).map(Set::of).toList());
  }

  public boolean admits(Set<Permission> held) {
    for (Set<Permission> alternative : alternatives) {
      if (held.containsAll(alternative)) {
        return true;
      }
    }
    return alternatives.isEmpty();
  }
}
