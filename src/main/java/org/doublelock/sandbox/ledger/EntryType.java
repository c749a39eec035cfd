package org.doublelock.sandbox.ledger;

import java.util.Locale;

/** The kinds of ledger entries, as clients filter by them. */
public enum EntryType {
  TRADE,
  DEPOSIT,
  WITHDRAWAL,
  TRANSFER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
