package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;

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

  IdentityLinks(
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

  /** The account that the person signs in to. */
  public Optional<AccountId> find(ProviderPerson who) {
    return row(who).filter(row -> !row.isEnded()).map(IdentityRow::account);
  }

  /** Whether the person's link was ended by whoever took the account back. */
  public boolean isEnded(ProviderPerson who) {
    return row(who).filter(IdentityRow::isEnded).isPresent();
  }

  public Standing of(AccountId account) {
    return row(account)
        .filter(row -> !row.isEnded())
        .map(row -> row.isOpened() ? Standing.OPENED : Standing.LINKED)
        .orElse(Standing.NONE);
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
    row(account).filter(IdentityRow::isEnded).ifPresent(entities::remove);
    row(who).filter(IdentityRow::isEnded).ifPresent(entities::remove);
    entities.flush();
    if (row(account).isPresent() || row(who).isPresent()) {
      return row(who).map(IdentityRow::account).filter(account::equals).isPresent();
    }
    link(account, who, now);
    return true;
  }

  private void link(AccountId account, ProviderPerson who, Instant now) {
    add(account, who, false, now);
    events.record(EventKind.IDENTITY_LINKED, account.value(), who.name());
  }

  /**
   * Takes the link of an account away; one that was opened for its person stays. What it opened is
   * {@link AccessRevocation}'s to end.
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
    admission(account).ifPresent(entities::remove);
    entities.flush();
  }

  /** The same; and whoever is called as the account is there can have it, for a day. */
  public void admit(AccountId account, Instant now) {
    release(account);
    entities.persist(new AdmissionRow(account, now.plus(ADMITTED_FOR)));
  }

  /**
   * Links an account to whom an operator has admitted.
   *
   * @return false when nobody is admitted to it, or no more
   */
  public boolean useAdmission(AccountId account, ProviderPerson who, Instant now) {
    Optional<AdmissionRow> admission = admission(account).filter(row -> row.isGood(now));
    if (admission.isEmpty() || row(account).isPresent()) {
      return false;
    }
    entities.remove(admission.get());
    row(who).ifPresent(entities::remove);
    entities.flush();
    link(account, who, now);
    return true;
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

  private Optional<AdmissionRow> admission(AccountId account) {
    return Optional.ofNullable(entities.find(AdmissionRow.class, account.value()));
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
