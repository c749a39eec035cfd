package org.doublelock.sandbox.trading;

import java.util.Locale;
import java.util.Optional;

/** By which of its times a closed order is searched for. */
enum CloseTime {
  OPEN("o.openedAt > :after and o.openedAt <= :until"),
  CLOSE("o.closedAt > :after and o.closedAt <= :until"),
  BOTH("(" + OPEN.condition + " or " + CLOSE.condition + ")");

  private final String condition;

  CloseTime(String condition) {
    this.condition = condition;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String condition() {
    return condition;
  }

  static Optional<CloseTime> fromCode(String code) {
    for (CloseTime time : values()) {
      if (time.code().equals(code)) {
        return Optional.of(time);
      }
    }
    return Optional.empty();
  }
}
