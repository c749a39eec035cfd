package org.doublelock.account.web;

import java.util.List;
import org.doublelock.edge.Coded;

/**
 * How one thing stands that protects the account, and the one next step.
 *
 * @param title the key of its message, as are {@code state} and {@code step}
 * @param arguments two, for the state
 * @param path where the step leads
 */
public record StatusLine(
    Level level, String title, String state, List<Object> arguments, String step, String path) {

  /** How much it matters, the worst first. */
  public enum Level implements Coded {
    NOW,
    SOON,
    /** As somebody wanted it, and not as usual: nothing is to be done, but it is to be known. */
    NOTE,
    FINE
  }

  static StatusLine of(Level level, String title, String state, String step, String path) {
    return new StatusLine(level, title, state, List.of("", ""), step, path);
  }

  StatusLine with(Object first, Object second) {
    return new StatusLine(level, title, state, List.of(first, second), step, path);
  }
}
