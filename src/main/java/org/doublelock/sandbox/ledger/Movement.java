package org.doublelock.sandbox.ledger;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Something that moved, as postings that sum to zero for each asset. Never changed afterwards. */
@Entity
@Table(name = "exchange_movement")
public class Movement {

  /** Why something moved. */
  public enum Kind {
    OPENING,
    RESERVE,
    TRADE,
    RELEASE,
    DEPOSIT,
    WITHDRAWAL,
    RETURN,
    PAYOUT
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String reference;

  @Column(name = "moved_at")
  private Instant at;

  @ElementCollection
  @CollectionTable(
      name = "exchange_posting",
      joinColumns = @JoinColumn(name = "movement_id", nullable = false))
  @OrderColumn(name = "line")
  private List<Posting> postings = new ArrayList<>();

  protected Movement() {
    // for JPA
  }

  /**
   * @param reference the public id of what caused it: an order, a trade, a funding reference
   * @throws IllegalArgumentException when an asset does not sum to zero
   */
  public Movement(Kind kind, String reference, Instant at, List<Posting> postings) {
    this.id = UUID.randomUUID();
    this.kind = kind;
    this.reference = reference;
    this.at = at;
    postings.stream().filter(posting -> posting.amount().signum() != 0).forEach(this.postings::add);
    requireBalanced();
  }

  private void requireBalanced() {
    Map<String, BigDecimal> sums =
        postings.stream()
            .collect(
                Collectors.groupingBy(
                    Posting::asset,
                    Collectors.reducing(BigDecimal.ZERO, Posting::amount, BigDecimal::add)));
    sums.forEach(
        (asset, sum) -> {
          if (sum.signum() != 0) {
            throw new IllegalArgumentException(kind + " leaves " + sum + " " + asset + " over");
          }
        });
  }

  List<Posting> postings() {
    return postings;
  }
}
