package org.doublelock.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.account.AccountId;

/** What an operator can do to an account, by the word for it in addresses and messages. */
@ApplicationScoped
public class OperatorActs {

  private AccountLocks locks;
  private FactorReset factors;
  private ProviderLinks links;

  protected OperatorActs() {
    // for the CDI proxy
  }

  @Inject
  public OperatorActs(AccountLocks locks, FactorReset factors, ProviderLinks links) {
    this.locks = locks;
    this.factors = factors;
    this.links = links;
  }

  /**
   * Does it and records it with its reason.
   *
   * @throws IllegalArgumentException when there is no such act
   */
  public void carryOut(String act, AccountId account, StatedReason reason, Instant now) {
    switch (act) {
      case "lock" -> locks.lock(account, reason, now);
      case "unlock" -> locks.unlock(account, reason, now);
      case "reset" -> factors.reset(account, reason, now);
      case "release" -> links.release(account, reason, now);
      case "admit" -> links.admit(account, reason, now);
      default -> throw new IllegalArgumentException("there is no " + act);
    }
  }
}
