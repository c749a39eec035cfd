package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.doublelock.identity.SignOutNotice;

/** Signing people out here who were signed out at the identity provider, on all nodes at once. */
@Stateless
public class ProviderSignOuts {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private OpenSessions sessions;

  public ProviderSignOuts() {
    // for the container
  }

  ProviderSignOuts(EntityManager entities, OpenSessions sessions) {
    this.entities = entities;
    this.sessions = sessions;
  }

  /**
   * Ends the sessions that the notice is about, of those that were signed in by the provider.
   *
   * @return false when the notice was taken before; nothing is ended then. Of two at once one fails
   *     with its row
   */
  public boolean take(SignOutNotice notice, Instant now) {
    entities
        .createQuery("delete from SignOutNoticeRow n where n.goodUntilMillis < :now")
        .setParameter("now", now.toEpochMilli())
        .executeUpdate();
    String id = BearerToken.sha256(notice.issuer() + "\n" + notice.id());
    if (entities.find(SignOutNoticeRow.class, id) != null) {
      return false;
    }
    entities.persist(new SignOutNoticeRow(id, notice.goodUntil()));
    entities.flush();
    notice
        .session()
        .ifPresentOrElse(
            session -> sessions.endOfSession(Provided.sessionOf(notice.issuer(), session)),
            () ->
                sessions.endOfPerson(
                    Provided.personOf(notice.issuer(), notice.subject().orElseThrow())));
    return true;
  }
}
