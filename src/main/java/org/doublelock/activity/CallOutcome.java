package org.doublelock.activity;

import org.doublelock.edge.Coded;

/** Which calls are asked for. */
public enum CallOutcome implements Coded {
  ANY,
  ACCEPTED,
  REFUSED;

  /** By its code; what is none asks for any. */
  public static CallOutcome parse(String code) {
    return Coded.among(values(), code).orElse(ANY);
  }
}
