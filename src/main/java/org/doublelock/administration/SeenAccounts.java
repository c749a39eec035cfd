package org.doublelock.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.doublelock.account.revocation.AccessRevocation;

/** Holding accounts that operators decide about, each as long as it is as it was seen. */
@Stateless
public class SeenAccounts {

  @Inject private AccessRevocation access;

  public SeenAccounts() {
    // for the container
  }

  SeenAccounts(AccessRevocation access) {
    this.access = access;
  }

  /**
   * {@link AccessRevocation#hold} for an act.
   *
   * @return false when the ways into the account were ended since it was seen, as by another
   *     operator's act; nothing is to be done to it then
   */
  public boolean hold(SeenAccount seen) {
    return access.hold(seen.id()).accessEpoch() == seen.epoch();
  }
}
