package org.doublelock.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

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
   * Does it and records it with its reason, where the account is as the operator saw it.
   *
   * @throws IllegalArgumentException when there is no such act
   */
  public ActOutcome carryOut(String act, SeenAccount account, StatedReason reason, Instant now) {
    return switch (act) {
      case "lock" -> locks.lock(account.id(), reason, now);
      case "unlock" -> locks.unlock(account, reason, now);
      case "reset" -> factors.reset(account, reason, now);
      case "release" -> links.release(account, reason, now);
      case "admit" -> links.admit(account, reason, now);
      default -> throw new IllegalArgumentException("there is no " + act);
    };
  }
}
