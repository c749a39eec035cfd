package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.identity.Identity;

/**
 * Which account is whose at the identity provider: one account to a person there, and one person to
 * an account. An account was opened for its person, or linked to them by its holder.
 */
@Stateless
public class IdentityLinks {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private OpenSessions sessions;
  @Inject private SecurityEvents events;

  public IdentityLinks() {
    // for the container
  }

  IdentityLinks(EntityManager entities, OpenSessions sessions, SecurityEvents events) {
    this.entities = entities;
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
  public Optional<AccountId> find(Identity who) {
    return row(who).filter(row -> !row.isEnded()).map(IdentityRow::account);
  }

  /** Whether the person's link was ended by whoever took the account back. */
  public boolean isEnded(Identity who) {
    return row(who).filter(IdentityRow::isEnded).isPresent();
  }

  public Standing of(AccountId account) {
    return row(account)
        .filter(row -> !row.isEnded())
        .map(row -> row.isOpened() ? Standing.OPENED : Standing.LINKED)
        .orElse(Standing.NONE);
  }

  /**
   * Links an account for its holder, who is signed in.
   *
   * @return false when the person there has another account here, or the account another person
   * @throws AccountLocked when an operator has locked the account meanwhile
   * @throws SessionEnded when that session has been ended meanwhile
   */
  public boolean link(AccountId account, BearerToken session, Identity who, Instant now) {
    hold(account, session);
    row(account).filter(IdentityRow::isEnded).ifPresent(entities::remove);
    row(who).filter(IdentityRow::isEnded).ifPresent(entities::remove);
    entities.flush();
    if (row(account).isPresent() || row(who).isPresent()) {
      return find(who).filter(account::equals).isPresent();
    }
    add(account, who, false, now);
    events.record(EventKind.IDENTITY_LINKED, account.value(), shortened(who));
    return true;
  }

  /** Takes the link of an account away for its holder; one that was opened for it stays. */
  public void unlink(AccountId account, BearerToken session) {
    hold(account, session);
    row(account)
        .filter(row -> !row.isOpened())
        .ifPresent(
            row -> {
              entities.remove(row);
              events.record(EventKind.IDENTITY_UNLINKED, account.value());
            });
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
  public void add(AccountId account, Identity who, boolean opened, Instant now) {
    entities.persist(new IdentityRow(account, who, opened, now));
    entities.flush();
  }

  private void hold(AccountId account, BearerToken session) {
    SignInRow.holdForOwner(entities, account);
    if (!sessions.isOpen(account, session)) {
      throw new SessionEnded();
    }
  }

  private Optional<IdentityRow> row(AccountId account) {
    return Optional.ofNullable(entities.find(IdentityRow.class, account.value()));
  }

  private Optional<IdentityRow> row(Identity who) {
    return entities
        .createQuery(
            "select i from IdentityRow i where i.issuer = :issuer and i.subject = :subject",
            IdentityRow.class)
        .setParameter("issuer", who.issuer())
        .setParameter("subject", who.subject())
        .getResultStream()
        .findFirst();
  }

  private static String shortened(Identity who) {
    String name = who.userName().orElse(who.subject());
    return name.substring(0, Math.min(name.length(), 64));
  }
}
