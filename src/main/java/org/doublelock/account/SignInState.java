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
public class SignInState {

  @Id private UUID accountId;

  @Embedded private GuessCount password = new GuessCount();

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
  private Instant factorsSince;

  protected SignInState() {
    // for JPA
  }

  SignInState(AccountId account) {
    this.accountId = account.value();
  }

  /** The guesses at its password from browsers that it does not know. */
  public GuessCount password() {
    return password;
  }

  /** Those at the codes of its apps, likewise. */
  public GuessCount factor() {
    return factor;
  }

  /** Those at its recovery codes and passkeys, from wherever. */
  public GuessCount unguessable() {
    return unguessable;
  }

  /** Since when it has had a second factor without a break; empty while it has none. */
  public Optional<Instant> factorsSince() {
    return Optional.ofNullable(factorsSince);
  }

  /** Notes that the account has a second factor now; one that it had before keeps its age. */
  public void factorsOn(Instant now) {
    if (factorsSince == null) {
      factorsSince = now;
    }
  }

  /** Notes that it has none any more. */
  public void factorsOff() {
    factorsSince = null;
  }

  /** Writes something at every refusal, so that a locked account answers as late as any other. */
  public void refused() {
    refused++;
  }
}
