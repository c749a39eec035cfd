package org.doublelock.apikey;

import java.util.List;
import java.util.Map;

/** Where permissions come from that do not ship. Every CDI bean of this type is asked once. */
public interface PermissionSource {

  List<Declared> permissions();

  /** Whether these take the place of those that ship, rather than stand beside them. */
  boolean isAlone();

  /**
   * A permission and its words.
   *
   * @param names what it is called, by language; English is among them
   * @param explanations one sentence on what it opens, by language; English is among them
   */
  record Declared(
      Permission permission, Map<String, String> names, Map<String, String> explanations) {

    public Declared {
      names = Map.copyOf(names);
      explanations = Map.copyOf(explanations);
    }
  }
}
