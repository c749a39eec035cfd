package org.doublelock.policy;

import java.time.Instant;
import java.util.List;

/**
 * What a key lacks to meet the demand for a second factor.
 *
 * @param from from when on it is refused for that
 * @param inForce whether it is refused now
 * @param actions what its second factor would have to be asked for and is not; empty where it has
 *     none
 */
public record Shortfall(Instant from, boolean inForce, List<String> actions) {

  public Shortfall {
    actions = List.copyOf(actions);
  }
}
