package org.doublelock.sandbox.funding;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.doublelock.account.AccountId;

/** Something on its way out, or gone. Changed only under its row's lock. */
@Entity
@Table(name = "exchange_withdrawal")
class Withdrawal extends FundsTransfer {

  /** How long a withdrawal can still be cancelled. */
  static final Duration INITIAL = Duration.ofMinutes(1);

  /** How long the simulated world takes altogether. */
  static final Duration UNTIL_SUCCESS = Duration.ofMinutes(5);

  /** What was done about it in the ledger. */
  enum State {
    LEAVING,
    RETURNED,
    PAID
  }

  private String addressName;
  private BigDecimal fee;

  @Enumerated(EnumType.STRING)
  private State state;

  private Instant requestedAt;

  protected Withdrawal() {
    // for JPA
  }

  /**
   * @param amount what is sent, the fee not included
   */
  Withdrawal(
      AccountId account, WithdrawalAddress to, BigDecimal amount, BigDecimal fee, Instant now) {
    super(account, to.asset(), to.method(), to.address(), amount);
    this.addressName = to.name();
    this.fee = fee;
    this.state = State.LEAVING;
    this.requestedAt = now;
  }

  WithdrawalStatus status(Instant now) {
    if (state == State.RETURNED) {
      return WithdrawalStatus.CANCELED;
    }
    if (state == State.PAID || !now.isBefore(requestedAt.plus(UNTIL_SUCCESS))) {
      return WithdrawalStatus.SUCCESS;
    }
    return now.isBefore(requestedAt.plus(INITIAL))
        ? WithdrawalStatus.INITIAL
        : WithdrawalStatus.PENDING;
  }

  /** Whether it has arrived, but the ledger does not know yet. */
  boolean isDue(Instant now) {
    return state == State.LEAVING && status(now) == WithdrawalStatus.SUCCESS;
  }

  void pay() {
    leave(State.PAID);
  }

  void giveBack() {
    leave(State.RETURNED);
  }

  private void leave(State next) {
    if (state != State.LEAVING) {
      throw new IllegalStateException("the withdrawal " + reference() + " is " + state);
    }
    state = next;
  }

  String addressName() {
    return addressName;
  }

  BigDecimal fee() {
    return fee;
  }

  Instant requestedAt() {
    return requestedAt;
  }
}
