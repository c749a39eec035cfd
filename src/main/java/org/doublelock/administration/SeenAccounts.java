package org.doublelock.administration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.account.session.ActingSession;

/** Holding accounts that operators decide about, each as long as it is as it was seen. */
@Stateless
public class SeenAccounts {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private AccessRevocation access;
  @Inject private ActingSession acting;

  public SeenAccounts() {
    // for the container
  }

  SeenAccounts(EntityManager entities, AccessRevocation access, ActingSession acting) {
    this.entities = entities;
    this.access = access;
    this.acting = acting;
  }

  /**
   * {@link AccessRevocation#hold} for an act of an operator whose session is still open.
   *
   * @return false when the ways into the account were ended since it was seen, as by another
   *     operator's act; nothing is to be done to it then
   * @throws org.doublelock.account.session.SessionEnded when the operator was signed out by now, or
   *     their account locked
   */
  public boolean hold(SeenAccount seen) {
    // not whether they are an operator: the configuration says so, which stays as it is while the
    // site runs, or the session itself, as what the identity provider said when it began
    acting.holdBeside(entities, seen.id());
    return access.hold(seen.id()).accessEpoch() == seen.epoch();
  }
}
