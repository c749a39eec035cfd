package org.doublelock.apikey;

import java.util.Collection;
import java.util.Set;
import org.doublelock.edge.Coded;

/**
 * What a key may do, in short.
 *
 * @param granted how many permissions it has, of those that there are
 * @param of how many there are
 * @param withdraws whether one of them moves funds away
 */
public record Access(Extent extent, int granted, int of, boolean withdraws) {

  /** In one word, where there is one for it. */
  public enum Extent implements Coded {
    FULL,
    READ_ONLY,
    SOME
  }

  static Access of(Set<Permission> granted, Collection<Permission> all) {
    int known = (int) all.stream().filter(granted::contains).count();
    return new Access(
        extent(granted, all, known),
        known,
        all.size(),
        granted.stream().anyMatch(one -> one.risk() == Permission.Risk.MOVES_FUNDS_AWAY));
  }

  private static Extent extent(Set<Permission> granted, Collection<Permission> all, int known) {
    if (known == all.size()) {
      return Extent.FULL;
    }
    boolean reads = granted.stream().allMatch(one -> one.risk() == Permission.Risk.READS);
    return reads ? Extent.READ_ONLY : Extent.SOME;
  }
}
