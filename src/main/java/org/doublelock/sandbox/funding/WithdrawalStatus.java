package org.doublelock.sandbox.funding;

import java.util.Optional;

/** How far a withdrawal has come, as clients see it. */
enum WithdrawalStatus {
  INITIAL("Initial", null),
  PENDING("Pending", null),
  SUCCESS("Success", null),
  CANCELED("Failure", "canceled");

  private final String text;
  private final String property;

  WithdrawalStatus(String text, String property) {
    this.text = text;
    this.property = property;
  }

  String text() {
    return text;
  }

  /** The published {@code status-prop}. */
  Optional<String> property() {
    return Optional.ofNullable(property);
  }
}
