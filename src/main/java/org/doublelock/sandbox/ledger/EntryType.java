package org.doublelock.sandbox.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.edge.Coded;

/** The kinds of ledger entries, as clients filter by them. */
public enum EntryType implements Coded {
  TRADE,
  DEPOSIT,
  WITHDRAWAL,
  TRANSFER;

  /** Published kinds of what does not happen here. */
  private static final List<String> OF_NOTHING =
      List.of(
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

  /** What may be filtered by. */
  static List<String> filters() {
    List<String> filters = new ArrayList<>(List.of("all"));
    Arrays.stream(values()).map(EntryType::code).forEach(filters::add);
    filters.addAll(OF_NOTHING);
    return filters;
  }

  /** The kinds that a published filter means; empty for a text that is none. */
  public static Optional<Set<EntryType>> ofFilter(String code) {
    if (code.equals("all")) {
      return Optional.of(EnumSet.allOf(EntryType.class));
    }
    if (OF_NOTHING.contains(code)) {
      return Optional.of(Set.of());
    }
    return Coded.among(values(), code).map(Set::of);
  }
}
