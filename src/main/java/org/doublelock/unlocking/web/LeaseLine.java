package org.doublelock.unlocking.web;

import java.time.Instant;

/**
 * What a list says about a key's lease.
 *
 * @param offered whether the key may be unlocked, so that a page says so
 * @param until null while the key is locked
 * @param address null for anywhere that it may be used from
 * @param what what it is unlocked for, in words
 * @param remaining hours, minutes and seconds with colons
 * @param left what it may still move, with its currency; null where that is not bounded
 */
public record LeaseLine(
    boolean offered,
    Instant until,
    String address,
    String what,
    String remaining,
    String left,
    long uses) {

  static LeaseLine locked(boolean offered) {
    return new LeaseLine(offered, null, null, null, null, null, 0);
  }

  public boolean isOpen() {
    return until != null;
  }
}
