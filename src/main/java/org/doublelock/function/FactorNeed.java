package org.doublelock.function;

import java.util.function.BooleanSupplier;

/** Whether a call of a function has to carry the key's second factor, if the key has one. */
public enum FactorNeed {
  /** As the key's owner and the deployment have it. */
  AS_CHOSEN,
  /** Whatever they have chosen, and while the key is unlocked too. */
  ALWAYS,
  /** Never: the function takes power away and gives none. */
  NEVER;

  /**
   * Whether it has to.
   *
   * @param chosen what they have chosen; not asked where it does not matter
   */
  public boolean asks(BooleanSupplier chosen) {
    return this == ALWAYS || this == AS_CHOSEN && chosen.getAsBoolean();
  }
}
