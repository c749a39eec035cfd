package org.doublelock.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.doublelock.otp.LockoutRule;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When wrong guesses lock a key out. Its factor is one secret, so one rule for all doors. */
@ApplicationScoped
public class FactorLockout {

  private LockoutRule rule;

  protected FactorLockout() {
    // for the CDI proxy
  }

  /**
   * @throws IllegalArgumentException naming the settings, when they make no rule
   */
  @Inject
  FactorLockout(
      @ConfigProperty(name = "doublelock.lockout.failures", defaultValue = "10") int failures,
      @ConfigProperty(name = "doublelock.lockout.minutes", defaultValue = "15") long minutes,
      @ConfigProperty(name = "doublelock.lockout.budget", defaultValue = "30") int budget,
      @ConfigProperty(name = "doublelock.lockout.budget-per-day", defaultValue = "10")
          int budgetPerDay) {
    if (failures < 0 || minutes < 1 || budget < 0 || budgetPerDay < 1) {
      throw new IllegalArgumentException(
          "doublelock.lockout.failures and budget are at least 0, minutes and budget-per-day 1");
    }
    this.rule =
        new LockoutRule(
            failures, Duration.ofMinutes(minutes), Duration.ofDays(1), budget, budgetPerDay);
  }

  public FactorLockout(LockoutRule rule) {
    this.rule = rule;
  }

  public LockoutRule rule() {
    return rule;
  }
}
