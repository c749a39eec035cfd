package org.doublelock.sandbox.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.PublicId;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** Something on its way out, or gone. Changed only under its row's lock. */
@Entity
@Table(name = "exchange_withdrawal")
class Withdrawal {

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

  @Id private String reference;

  @Column(name = "account_id")
  private UUID account;

  private String asset;
  private String method;
  private String addressName;
  private String address;
  private String transactionId;
  private BigDecimal amount;
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
    this.reference = PublicId.funding();
    this.account = account.value();
    this.asset = to.asset().id();
    this.method = to.method();
    this.addressName = to.name();
    this.address = to.address();
    this.transactionId = SimulatedAddress.transaction();
    this.amount = amount;
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
      throw new IllegalStateException("the withdrawal " + reference + " is " + state);
    }
    state = next;
  }

  String reference() {
    return reference;
  }

  AccountId account() {
    return new AccountId(account);
  }

  Asset asset() {
    return Assets.byId(asset);
  }

  String method() {
    return method;
  }

  String addressName() {
    return addressName;
  }

  String address() {
    return address;
  }

  String transactionId() {
    return transactionId;
  }

  BigDecimal amount() {
    return amount;
  }

  BigDecimal fee() {
    return fee;
  }

  Instant requestedAt() {
    return requestedAt;
  }
}
