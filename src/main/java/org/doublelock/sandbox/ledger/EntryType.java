package org.doublelock.sandbox.ledger;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of ledger entries, as clients filter by them. */
public enum EntryType {
  TRADE,
  DEPOSIT,
  WITHDRAWAL,
  TRANSFER;

  /** Published kinds of what does not happen here. */
  private static final Set<String> OF_NOTHING =
      Set.of(
          "none",
          "margin",
          "adjustment",
          "rollover",
          "credit",
          "settled",
          "staking",
          "dividend",
          "sale",
          "spend",
          "receive",
          "reward",
          "conversion",
          "nft_rebate",
          "nfttrade",
          "nftcreatorfee",
          "nftrebate",
          "custodytransfer");

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kinds that a published filter means; empty for a text that is none. */
  public static Optional<Set<EntryType>> ofFilter(String code) {
    if (code.equals("all")) {
      return Optional.of(EnumSet.allOf(EntryType.class));
    }
    if (OF_NOTHING.contains(code)) {
      return Optional.of(Set.of());
    }
    return Arrays.stream(values())
        .filter(type -> type.code().equals(code))
        .findFirst()
        .map(Set::of);
  }
}
