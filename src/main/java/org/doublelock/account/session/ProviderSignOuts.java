package org.doublelock.account.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.SignInRow;
import org.doublelock.identity.SignOutNotice;

/** Signing people out here who were signed out at the identity provider, on all nodes at once. */
@Stateless
public class ProviderSignOuts {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private OpenSessions sessions;

  public ProviderSignOuts() {
    // for the container
  }

  ProviderSignOuts(EntityManager entities, Accounts accounts, OpenSessions sessions) {
    this.entities = entities;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /**
   * Ends the sessions that the notice is about, of those that the provider signed in before it, and
   * the sign-ins that are under way. Taking it again ends nothing more.
   */
  public void take(SignOutNotice notice, Instant now) {
    Set<String> hashes = Provided.endedBy(notice);
    // what is asked for in these sessions at the same moment sees their end, or comes before it
    List<AccountId> affected = sessions.ofProvided(hashes, notice.issuedAt());
    affected.forEach(account -> SignInRow.hold(entities, account));
    affected.forEach(accounts::held);
    accounts.holdOpening();
    new EndedThere(entities).note(hashes, notice.issuedAt(), now);
    sessions.endProvided(hashes, notice.issuedAt(), now);
  }
}
