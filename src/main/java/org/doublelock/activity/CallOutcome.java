package org.doublelock.activity;

import java.util.Locale;

/** Which calls are asked for. */
public enum CallOutcome {
  ANY,
  ACCEPTED,
  REFUSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its code; what is none asks for any. */
  public static CallOutcome parse(String code) {
    for (CallOutcome outcome : values()) {
      if (outcome.code().equals(code)) {
        return outcome;
      }
    }
    return ANY;
  }
}
