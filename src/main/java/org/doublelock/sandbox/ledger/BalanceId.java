package org.doublelock.sandbox.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Comparator;
import java.util.UUID;

/** Which balance: of which account, in which asset. Its order is the order of locking. */
@Embeddable
public record BalanceId(@Column(name = "account_id") UUID account, String asset)
    implements Comparable<BalanceId> {

  private static final Comparator<BalanceId> ORDER =
      Comparator.comparing(BalanceId::account).thenComparing(BalanceId::asset);

  @Override
  public int compareTo(BalanceId other) {
    return ORDER.compare(this, other);
  }
}
