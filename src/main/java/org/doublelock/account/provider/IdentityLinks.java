package org.doublelock.account.provider;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.Accounts;
import org.doublelock.account.BearerToken;
import org.doublelock.account.SignInRow;
import org.doublelock.account.UserName;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.edge.DatabaseClock;

/**
 * Which account is whose at the identity provider: one account to a person there, and one person to
 * an account. An account was opened for its person, or linked to them: by its holder, or because an
 * operator admitted them.
 */
@Stateless
public class IdentityLinks {

  private static final Duration ADMITTED_FOR = Duration.ofDays(1);

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private OpenSessions sessions;
  @Inject private SecurityEvents events;

  public IdentityLinks() {
    // for the container
  }

  /** Without a container. */
  public IdentityLinks(
      EntityManager entities, Accounts accounts, OpenSessions sessions, SecurityEvents events) {
    this.entities = entities;
    this.accounts = accounts;
    this.sessions = sessions;
    this.events = events;
  }

  /** How an account stands to the provider. */
  public enum Standing {
    /** Nobody there signs in to it. */
    NONE,
    LINKED,
    /** It was opened by a first sign-in there, and has no password of its own. */
    OPENED
  }

  /** The account that the person signs in to, as it is now; nothing read before is used. */
  public Optional<AccountId> find(ProviderPerson who) {
    return accountOf(who, false);
  }

  /** Whether the person's link was ended by whoever took the account back, said likewise. */
  public boolean isEnded(ProviderPerson who) {
    return accountOf(who, true).isPresent();
  }

  private Optional<AccountId> accountOf(ProviderPerson who, boolean ended) {
    return entities
        .createQuery(
            "select i.accountId from IdentityRow i where i.issuer = :issuer"
                + " and i.subject = :subject and i.ended = :ended",
            UUID.class)
        .setParameter("issuer", who.issuer())
        .setParameter("subject", who.subject())
        .setParameter("ended", ended)
        .getResultStream()
        .findFirst()
        .map(AccountId::new);
  }

  public Standing of(AccountId account) {
    return row(account)
        .filter(row -> !row.isEnded())
        .map(row -> row.isOpened() ? Standing.OPENED : Standing.LINKED)
        .orElse(Standing.NONE);
  }

  /** Whether anybody there signs in to it, or did until the link was ended. */
  public boolean isKnown(AccountId account) {
    return row(account).isPresent();
  }

  /** Whether the provider opened the account, so that it never had a password of its own. */
  public boolean wasOpened(AccountId account) {
    return row(account).filter(IdentityRow::isOpened).isPresent();
  }

  /** Whether the account is still that person's, of whom the provider said something before. */
  public boolean isOf(AccountId account, Provided said) {
    return row(account)
        .filter(row -> !row.isEnded() && row.person().equals(said.person()))
        .isPresent();
  }

  /**
   * Links an account for its holder, who is signed in.
   *
   * @return false when the person there has another account here, or the account another person
   * @throws AccountLocked when an operator has locked the account meanwhile
   * @throws SessionEnded when that session has been ended meanwhile
   */
  public boolean link(AccountId account, BearerToken session, ProviderPerson who, Instant now) {
    SignInRow.holdForOwner(entities, account);
    if (!sessions.isOpen(account, session)) {
      throw new SessionEnded();
    }
    accounts.holdOpening(); // the person may come for the first time now, in another browser
    row(account).filter(IdentityRow::isForgettable).ifPresent(entities::remove);
    row(who).filter(IdentityRow::isForgettable).ifPresent(entities::remove);
    entities.flush();
    if (row(account).isPresent() || row(who).isPresent()) {
      return find(who).filter(account::equals).isPresent();
    }
    link(account, who, false, now);
    return true;
  }

  private void link(AccountId account, ProviderPerson who, boolean opened, Instant now) {
    add(account, who, opened, now);
    events.record(EventKind.IDENTITY_LINKED, account.value(), who.name());
  }

  /**
   * Takes the link of an account away; one that was opened for its person stays. What it opened is
   * {@code AccessRevocation}'s to end.
   *
   * @return whether there was one
   */
  public boolean unlink(AccountId account) {
    Optional<IdentityRow> row = row(account).filter(each -> !each.isOpened());
    row.ifPresent(
        each -> {
          entities.remove(each);
          events.record(EventKind.IDENTITY_UNLINKED, account.value());
        });
    return row.isPresent();
  }

  /** Makes an account nobody's at the provider, whoever it was opened for. */
  public void release(AccountId account) {
    row(account).ifPresent(entities::remove);
    endAdmission(account);
    entities.flush();
  }

  /**
   * Ends the link, and lets whoever is called as the account is there have it, for a day. Whom it
   * was opened for stays known: it still has no password.
   */
  public void admit(AccountId account, Instant now) {
    row(account).ifPresent(IdentityRow::end);
    entities
        .createQuery(
            "delete from AdmissionRow a where a.accountId = :account or a.goodUntil <= :now")
        .setParameter("account", account.value())
        .setParameter("now", DatabaseClock.agreed(entities, now))
        .executeUpdate();
    entities.persist(new AdmissionRow(account, now.plus(ADMITTED_FOR)));
    entities.flush();
  }

  /** The account of that name, where an operator has admitted somebody who has not come yet. */
  public Optional<AccountId> admitting(UserName name, Instant now) {
    return entities
        .createQuery(
            "select m.accountId from AdmissionRow m, Account a where a.id = m.accountId"
                + " and a.userNameKey = :name and m.goodUntil > :now",
            UUID.class)
        .setParameter("name", name.key())
        .setParameter("now", now)
        .getResultStream()
        .findFirst()
        .map(AccountId::new);
  }

  /** Until when who is called as the account is may come and have it; empty where nobody may. */
  public Optional<Instant> admittedUntil(AccountId account, Instant now) {
    return entities
        .createQuery(
            "select a.goodUntil from AdmissionRow a"
                + " where a.accountId = :account and a.goodUntil > :now",
            Instant.class)
        .setParameter("account", account.value())
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  /**
   * Links an account to whom an operator has admitted. The caller holds the account, and what opens
   * accounts.
   *
   * @return false when nobody is admitted to it by that name, or no more, and when the provider has
   *     opened another account for that person
   */
  public boolean useAdmission(Account account, ProviderPerson who, Instant now) {
    AccountId id = account.id();
    Optional<IdentityRow> before = row(id);
    Optional<IdentityRow> theirs = row(who).filter(row -> !row.account().equals(id));
    if (admitting(new UserName(account.userName()), now).isEmpty()
        || before.filter(row -> !row.isEnded()).isPresent()
        || theirs.filter(row -> !row.isForgettable()).isPresent()) {
      return false;
    }
    endAdmission(id);
    before.ifPresent(entities::remove);
    theirs.ifPresent(entities::remove);
    entities.flush();
    link(id, who, before.filter(IdentityRow::isOpened).isPresent(), now);
    return true;
  }

  /** Nobody is admitted any more; waits for who comes just now. */
  public void endAdmission(AccountId account) {
    entities
        .createQuery("delete from AdmissionRow a where a.accountId = :account")
        .setParameter("account", account.value())
        .executeUpdate();
  }

  /**
   * Ends the link for whoever takes the account back, as a thief may have made it. It is
   * remembered, so that its person is told, and not given another account.
   */
  public void end(AccountId account) {
    row(account)
        .filter(row -> !row.isOpened() && !row.isEnded())
        .ifPresent(
            row -> {
              row.end();
              events.record(EventKind.IDENTITY_UNLINKED, account.value());
            });
  }

  /** Writes a link down; a second one of the same person, or account, fails here. */
  public void add(AccountId account, ProviderPerson who, boolean opened, Instant now) {
    entities.persist(new IdentityRow(account, who, opened, now));
    entities.flush();
  }

  private Optional<IdentityRow> row(AccountId account) {
    return Optional.ofNullable(entities.find(IdentityRow.class, account.value()));
  }

  private Optional<IdentityRow> row(ProviderPerson who) {
    return entities
        .createQuery(
            "select i from IdentityRow i where i.issuer = :issuer and i.subject = :subject",
            IdentityRow.class)
        .setParameter("issuer", who.issuer())
        .setParameter("subject", who.subject())
        .getResultStream()
        .findFirst();
  }
}
