package org.doublelock.unlocking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.apikey.ApiKeyId;

/** The last bout of calls that were refused for want of a code, as it is stored. */
@Entity
@Table(name = "api_key_unlock_request")
class UnlockRequestRow {

  /** Calls that are that far apart are no longer of one bout. */
  private static final Duration APART = Duration.ofHours(1);

  @Id private UUID apiKeyId;
  private long beganMillis;
  private long refusedMillis;
  private String function;
  private String address;
  private boolean answered;

  protected UnlockRequestRow() {
    // for JPA
  }

  UnlockRequestRow(ApiKeyId key) {
    this.apiKeyId = key.value();
  }

  /** Notes one more; true when it is the first of a bout. */
  boolean refused(String called, String from, Instant now) {
    boolean first = beganMillis == 0 || now.toEpochMilli() - refusedMillis >= APART.toMillis();
    if (first) {
      this.beganMillis = now.toEpochMilli();
      this.function = called;
      this.address = from;
      this.answered = false;
    }
    this.refusedMillis = Math.max(refusedMillis, now.toEpochMilli());
    return first;
  }

  void answer() {
    this.answered = true;
  }

  UnlockRequest request() {
    return new UnlockRequest(
        new ApiKeyId(apiKeyId), Instant.ofEpochMilli(beganMillis), function, address);
  }
}
