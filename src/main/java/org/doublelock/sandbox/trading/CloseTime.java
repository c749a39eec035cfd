package org.doublelock.sandbox.trading;

import java.util.Optional;
import org.doublelock.edge.Coded;

/** By which of its times a closed order is searched for. */
enum CloseTime implements Coded {
  OPEN("o.openedAt > :after and o.openedAt <= :until"),
  CLOSE("o.closedAt > :after and o.closedAt <= :until"),
  BOTH("(" + OPEN.condition + " or " + CLOSE.condition + ")");

  private final String condition;

  CloseTime(String condition) {
    this.condition = condition;
  }

  String condition() {
    return condition;
  }

  static Optional<CloseTime> fromCode(String code) {
    return Coded.among(values(), code);
  }
}
