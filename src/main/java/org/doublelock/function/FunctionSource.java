package org.doublelock.function;

import java.util.Collection;

/**
 * Where functions come from that are no class of their own. Every CDI bean of this type is asked
 * once.
 */
public interface FunctionSource {

  Collection<? extends PrivateFunction> functions();

  /**
   * Whether these take the place of those that ship, public ones too, rather than stand beside
   * them. What every key may call about itself stays.
   */
  boolean isAlone();
}
