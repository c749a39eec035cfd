package org.doublelock.account;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The wrong guesses made at an account from browsers that it does not know: at its password, and,
 * by those who know the password, at its second factor. Every confirmation reads this row under a
 * lock first, so one account's attempts are decided one after the other.
 */
@Entity
@Table(name = "sign_in_state")
class SignInState {

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  @Embedded
  @AttributeOverride(name = "failures", column = @Column(name = "failures"))
  @AttributeOverride(name = "lockedUntil", column = @Column(name = "locked_until"))
  @AttributeOverride(name = "forgottenAt", column = @Column(name = "forgotten_at"))
  private GuessCount password = new GuessCount();

  @Embedded
  @AttributeOverride(name = "failures", column = @Column(name = "factor_failures"))
  @AttributeOverride(name = "lockedUntil", column = @Column(name = "factor_locked_until"))
  @AttributeOverride(name = "forgottenAt", column = @Column(name = "factor_forgotten_at"))
  private GuessCount factor = new GuessCount();

  /** Recovery codes and passkeys. Its lock keeps no right one out, and wrong ones out of sight. */
  @Embedded
  @AttributeOverride(name = "failures", column = @Column(name = "unguessable_failures"))
  @AttributeOverride(name = "lockedUntil", column = @Column(name = "unguessable_locked_until"))
  @AttributeOverride(name = "forgottenAt", column = @Column(name = "unguessable_forgotten_at"))
  private GuessCount unguessable = new GuessCount();

  private long refused;

  @Column(name = "factors_since")
  private Instant factorsSince;

  protected SignInState() {
    // for JPA
  }

  SignInState(AccountId account) {
    this.accountId = account.value();
  }

  GuessCount password() {
    return password;
  }

  GuessCount factor() {
    return factor;
  }

  GuessCount unguessable() {
    return unguessable;
  }

  Optional<Instant> factorsSince() {
    return Optional.ofNullable(factorsSince);
  }

  /** Notes that the account has a second factor now; one that it had before keeps its age. */
  void factorsOn(Instant now) {
    if (factorsSince == null) {
      factorsSince = now;
    }
  }

  void factorsOff() {
    factorsSince = null;
  }

  /** Writes something at every refusal, so that a locked account answers as late as any other. */
  void refused() {
    refused++;
  }
}
