package org.doublelock.unlocking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.doublelock.account.revocation.AccessRevoked;

/**
 * Locks the keys of an account again when every way into it is ended, in that transaction: whoever
 * is the reason for it may have unlocked them.
 */
@ApplicationScoped
public class RevokedLeases {

  private Leases leases;

  protected RevokedLeases() {
    // for the CDI proxy
  }

  @Inject
  public RevokedLeases(Leases leases) {
    this.leases = leases;
  }

  void lockKeys(@Observes AccessRevoked event) {
    leases.endAll(event.account());
  }
}
