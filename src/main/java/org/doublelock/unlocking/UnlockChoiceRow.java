package org.doublelock.unlocking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.UUID;
import org.doublelock.apikey.ApiKeyId;

/** What was chosen about unlocking a key, as it is stored. */
@Entity
@Table(name = "api_key_unlock_choice")
class UnlockChoiceRow {

  @Id private UUID apiKeyId;
  private boolean allowed;
  private int longestMinutes;
  private boolean asks;

  protected UnlockChoiceRow() {
    // for JPA
  }

  UnlockChoiceRow(ApiKeyId key) {
    this.apiKeyId = key.value();
  }

  void choose(UnlockChoice choice) {
    this.allowed = choice.allowed();
    this.longestMinutes = (int) Math.min(Integer.MAX_VALUE, choice.longest().toMinutes());
    this.asks = choice.asks();
  }

  UnlockChoice choice() {
    return new UnlockChoice(allowed, Duration.ofMinutes(longestMinutes), asks);
  }
}
