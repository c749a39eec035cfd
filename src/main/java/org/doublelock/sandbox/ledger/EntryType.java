package org.doublelock.sandbox.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of ledger entries, as clients filter by them. */
public enum EntryType {
  TRADE,
  DEPOSIT,
  WITHDRAWAL,
  TRANSFER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EntryType> fromCode(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }
}
