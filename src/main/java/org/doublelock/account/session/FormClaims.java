package org.doublelock.account.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.doublelock.account.AccountId;
import org.hibernate.exception.ConstraintViolationException;

/** Which forms of whom are carried out or were: one row each, so that of two nodes one does it. */
@Stateless
public class FormClaims {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private SessionLimits limits;

  public FormClaims() {
    // for the container
  }

  FormClaims(EntityManager entities, SessionLimits limits) {
    this.entities = entities;
    this.limits = limits;
  }

  /**
   * Claims a form, and clears away the account's claims that are older than any session, whose
   * forms nobody can send any more.
   *
   * @param fingerprint 64 characters
   * @param now to the microsecond, which is all that is kept
   */
  public void claim(AccountId account, String fingerprint, Instant now) throws FormSent {
    entities
        .createQuery(
            "delete from FormClaimRow f where f.accountId = :account and f.claimedAt <= :oldest")
        .setParameter("account", account.value())
        .setParameter("oldest", now.minus(limits.absolute()))
        .executeUpdate();
    try {
      entities.persist(new FormClaimRow(account, fingerprint, now));
      entities.flush();
    } catch (PersistenceException refused) {
      if (isTaken(refused)) {
        throw new FormSent();
      }
      throw refused;
    }
  }

  /**
   * Gives up the claim of that time, and none that was made since: the form made nothing, or what
   * it did may be done again.
   */
  public void release(String fingerprint, Instant claimed) {
    entities
        .createQuery(
            "delete from FormClaimRow f where f.fingerprint = :fingerprint"
                + " and f.claimedAt = :claimed")
        .setParameter("fingerprint", fingerprint)
        .setParameter("claimed", claimed)
        .executeUpdate();
  }

  private static boolean isTaken(Throwable refused) {
    return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
        .anyMatch(ConstraintViolationException.class::isInstance);
  }
}
