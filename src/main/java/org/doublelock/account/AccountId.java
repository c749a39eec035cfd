package org.doublelock.account;

import java.util.UUID;

/** Identifies one account. Random, so it can be chosen before the row is written. */
public record AccountId(UUID value) {

  public AccountId {
    if (value == null) {
      throw new IllegalArgumentException("an account id needs a value");
    }
  }

  public static AccountId random() {
    return new AccountId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
