package org.doublelock.unlocking;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.function.Lease;

/** The last lease of a key, as it is stored; good at one epoch of the key. */
@Entity
@Table(name = "api_key_lease")
class LeaseRow {

  @Id private UUID apiKeyId;
  private long epoch;
  private long untilMillis;
  private String address;
  private BigDecimal amount;
  private String currency;
  private boolean told;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "api_key_lease_action", joinColumns = @JoinColumn(name = "api_key_id"))
  @Column(name = "action")
  private Set<String> actions = new HashSet<>();

  protected LeaseRow() {
    // for JPA
  }

  LeaseRow(ApiKeyId key) {
    this.apiKeyId = key.value();
  }

  void begin(long newEpoch, long newUntilMillis, LeaseTerms terms) {
    this.epoch = newEpoch;
    this.untilMillis = newUntilMillis;
    this.address = terms.address().orElse("");
    this.amount = terms.bound().map(Lease.Bound::amount).orElse(null);
    this.currency = terms.bound().map(Lease.Bound::currency).orElse("");
    this.told = false;
    this.actions.retainAll(terms.actions());
    this.actions.addAll(terms.actions());
  }

  void tell() {
    this.told = true;
  }

  boolean isTold() {
    return told;
  }

  boolean isAt(long keyEpoch) {
    return epoch == keyEpoch;
  }

  ApiKeyId key() {
    return new ApiKeyId(apiKeyId);
  }

  Lease lease() {
    return new Lease(
        Instant.ofEpochMilli(untilMillis),
        Optional.of(address).filter(from -> !from.isEmpty()),
        actions,
        Optional.ofNullable(amount).map(most -> new Lease.Bound(most, currency)));
  }
}
