package org.doublelock.secondfactor;

import java.util.Optional;
import java.util.Set;

/**
 * The actions that were ticked for a key's second factor, by the names of their functions.
 *
 * @param offered all that could be ticked then; empty where a release before this one stored them,
 *     which did not keep it
 */
public record ChosenActions(Set<String> ticked, Optional<Set<String>> offered) {

  public ChosenActions {
    ticked = Set.copyOf(ticked);
    offered = offered.map(Set::copyOf);
  }

  /** As they are stored: what was offered by one name a line, or null. */
  public static ChosenActions of(Set<String> ticked, String offered) {
    return new ChosenActions(
        ticked, Optional.ofNullable(offered).map(names -> Set.of(names.split("\n"))));
  }

  String offeredInLines() {
    return offered.map(names -> String.join("\n", names)).orElse(null);
  }

  /**
   * Whether a call of that function is to carry the factor: it does unless it was left unticked.
   */
  public boolean ask(String function) {
    return ticked.contains(function)
        || offered.filter(known -> !known.contains(function)).isPresent();
  }
}
