package org.doublelock.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * How often in a row a confirmation of this account failed, and until when no further one is tried.
 * Read under a row lock, so parallel guesses on any node are counted one by one.
 */
@Entity
@Table(name = "sign_in_state")
class SignInState {

  private static final int FREE_FAILURES = 10;
  private static final Duration FIRST_LOCK = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 4;

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  private int failures;

  @Column(name = "locked_until")
  private long lockedUntil;

  @Column(name = "last_time_step")
  private long lastTimeStep;

  protected SignInState() {
    // for JPA
  }

  SignInState(AccountId account) {
    this.accountId = account.value();
  }

  boolean isLocked(Instant now) {
    return lockedUntil > now.toEpochMilli();
  }

  void failed(Instant now) {
    failures++;
    if (failures >= FREE_FAILURES) {
      int doublings = Math.min(failures - FREE_FAILURES, MOST_DOUBLINGS);
      lockedUntil = now.plus(FIRST_LOCK.multipliedBy(1L << doublings)).toEpochMilli();
    }
  }

  void succeeded() {
    failures = 0;
    lockedUntil = 0;
  }
}
