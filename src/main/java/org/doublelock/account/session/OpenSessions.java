package org.doublelock.account.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.BearerToken;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.Origin;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.edge.DatabaseClock;

/**
 * Who is signed in where. A browser session holds a random token, and counts as signed in only
 * while that is found here: so ending one, from anywhere, takes effect on every node at its next
 * request.
 */
@Stateless
public class OpenSessions {

  /** Activity is written down at most that often, so that a page does not cost a write each. */
  static final Duration COARSENESS = Duration.ofMinutes(1);

  private static final String PROVIDED =
      " from OpenSessionRow s where s.identitySaidAt <= :until"
          + " and (s.identityPerson in :hashes or s.identitySession in :hashes)";

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private SessionLimits limits;
  @Inject private Accounts accounts;
  @Inject private SecurityEvents events;

  public OpenSessions() {
    // for the container
  }

  /** Without a container. */
  public OpenSessions(
      EntityManager entities, SessionLimits limits, Accounts accounts, SecurityEvents events) {
    this.entities = entities;
    this.limits = limits;
    this.accounts = accounts;
    this.events = events;
  }

  /**
   * Opens a session for someone who has just signed in, and clears away those that are over.
   *
   * @param account as it was read when the password was found right
   * @param provided what the identity provider said, where they signed in by it
   * @return empty when the ways into the account were ended since, or the person was signed out
   *     there
   */
  public Optional<BearerToken> open(
      Account account, Visitor visitor, Optional<Provided> provided, Instant now) {
    Account held = accounts.held(account.id());
    if (!held.isEnabled() || held.accessEpoch() != account.accessEpoch()) {
      return Optional.empty();
    }
    if (provided.filter(this::isOverThere).isPresent()) {
      return Optional.empty();
    }
    Instant agreed = DatabaseClock.agreed(entities, now);
    entities
        .createQuery(
            "delete from OpenSessionRow s where s.lastActiveAt <= :idleSince"
                + " or s.signedInAt <= :signedInBefore")
        .setParameter("idleSince", agreed.minus(limits.idle()))
        .setParameter("signedInBefore", agreed.minus(limits.absolute()))
        .executeUpdate();
    BearerToken token = BearerToken.random();
    OpenSessionRow row = new OpenSessionRow(account.id(), token, visitor, now);
    provided.ifPresent(row::providedBy);
    entities.persist(row);
    return Optional.of(token);
  }

  /**
   * Whose session it is, and that they were active now. Empty when it was ended, when it has been
   * idle or open for too long, and when the account is disabled.
   */
  public Optional<Account> resume(BearerToken token, Instant now) {
    Optional<OpenSessionRow> session = find(token).filter(row -> !limits.isOver(row, now));
    session
        .filter(row -> !now.isBefore(row.lastActiveAt().plus(coarseness())))
        .ifPresent(row -> touch(token, now));
    return session.map(OpenSessionRow::account).flatMap(accounts::find).filter(Account::isEnabled);
  }

  /** Whether it is one of the account's, and nobody has ended it. */
  public boolean isOpen(AccountId account, BearerToken token) {
    return find(token).filter(row -> row.account().equals(account)).isPresent();
  }

  /**
   * Notes in which session of the identity provider's they confirmed it just now. Where that was
   * ended meanwhile, this one ends too.
   */
  public void confirmed(BearerToken token, Provided provided) {
    if (isOverThere(provided)) {
      end(token);
    } else {
      find(token).ifPresent(row -> row.providedBy(provided));
    }
  }

  /** Stays as it is until the transaction ends. */
  private boolean isOverThere(Provided provided) {
    accounts.holdOpening();
    return new EndedThere(entities).includes(provided);
  }

  /** The account's sessions, the one last active first. */
  public List<OpenSession> of(AccountId account, BearerToken current, Instant now) {
    return entities
        .createQuery(
            "select s from OpenSessionRow s where s.accountId = :account"
                + " order by s.lastActiveAt desc",
            OpenSessionRow.class)
        .setParameter("account", account.value())
        .getResultStream()
        .filter(row -> !limits.isOver(row, now))
        .map(row -> row.read(current))
        .toList();
  }

  /** How many there are, of all accounts. */
  public long number(Instant now) {
    return entities
        .createQuery(
            "select count(s) from OpenSessionRow s where s.lastActiveAt > :idleSince"
                + " and s.signedInAt > :signedInBefore",
            Long.class)
        .setParameter("idleSince", now.minus(limits.idle()))
        .setParameter("signedInBefore", now.minus(limits.absolute()))
        .getSingleResult();
  }

  public void end(BearerToken token) {
    entities
        .createQuery("delete from OpenSessionRow s where s.tokenHash = :hash")
        .setParameter("hash", token.hash())
        .executeUpdate();
  }

  /**
   * Ends one of the account's sessions.
   *
   * @return false when the account has no such session
   */
  public boolean end(AccountId account, UUID id) {
    int ended =
        entities
            .createQuery("delete from OpenSessionRow s where s.accountId = :account and s.id = :id")
            .setParameter("account", account.value())
            .setParameter("id", id)
            .executeUpdate();
    return recordEnded(account, ended);
  }

  public void endOthers(AccountId account, BearerToken current) {
    int ended =
        entities
            .createQuery(
                "delete from OpenSessionRow s where s.accountId = :account and s.tokenHash <> :hash")
            .setParameter("account", account.value())
            .setParameter("hash", current.hash())
            .executeUpdate();
    recordEnded(account, ended);
  }

  public void endAll(AccountId account) {
    entities
        .createQuery("delete from OpenSessionRow s where s.accountId = :account")
        .setParameter("account", account.value())
        .executeUpdate();
  }

  /** Ends the others of the account that the identity provider signed in. */
  public void endOthersProvided(AccountId account, BearerToken current) {
    int ended =
        entities
            .createQuery(
                "delete from OpenSessionRow s where s.accountId = :account"
                    + " and s.tokenHash <> :hash and s.identityPerson is not null")
            .setParameter("account", account.value())
            .setParameter("hash", current.hash())
            .executeUpdate();
    recordEnded(account, ended);
  }

  /**
   * Ends those that the identity provider signed in, of these persons or sessions, until then. It
   * is the provider that asks, and not from where anybody is.
   */
  public void endProvided(Set<String> hashes, Instant until, Instant now) {
    List<AccountId> ended = ofProvided(hashes, until);
    entities
        .createQuery("delete" + PROVIDED)
        .setParameter("until", until)
        .setParameter("hashes", hashes)
        .executeUpdate();
    for (AccountId account : ended) {
      events.record(
          new SecurityEvent(
              account.value(), Optional.empty(), EventKind.SESSION_ENDED, "", Origin.none(), now));
    }
  }

  /** Whose sessions that would end, in the order in which several accounts are held. */
  public List<AccountId> ofProvided(Set<String> hashes, Instant until) {
    return entities
        .createQuery("select distinct s.accountId" + PROVIDED, UUID.class)
        .setParameter("until", until)
        .setParameter("hashes", hashes)
        .getResultStream()
        .sorted()
        .map(AccountId::new)
        .toList();
  }

  private boolean recordEnded(AccountId account, int sessions) {
    if (sessions > 0) {
      events.record(EventKind.SESSION_ENDED, account.value());
    }
    return sessions > 0;
  }

  private Optional<OpenSessionRow> find(BearerToken token) {
    return entities
        .createQuery(
            "select s from OpenSessionRow s where s.tokenHash = :hash", OpenSessionRow.class)
        .setParameter("hash", token.hash())
        .getResultStream()
        .findFirst();
  }

  /** One statement, and nothing where the session was ended meanwhile. */
  private void touch(BearerToken token, Instant now) {
    entities
        .createQuery("update OpenSessionRow s set s.lastActiveAt = :now where s.tokenHash = :hash")
        .setParameter("now", now)
        .setParameter("hash", token.hash())
        .executeUpdate();
  }

  private Duration coarseness() {
    Duration tenth = limits.idle().dividedBy(10);
    return tenth.compareTo(COARSENESS) < 0 ? tenth : COARSENESS;
  }
}
