package org.doublelock.account.revocation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import java.util.function.Consumer;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.Accounts;
import org.doublelock.account.BearerToken;
import org.doublelock.account.SignInRow;
import org.doublelock.account.factor.Authenticators;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.KnownBrowsers;
import org.doublelock.mail.MailKind;
import org.doublelock.mail.Outbox;

/**
 * Ends every way into an account that somebody may have opened: mailed links that give something,
 * setups and sign-ins under way, links to the identity provider, sessions, browsers that are known.
 * Whoever takes an account back calls it, in the transaction of what they do; links that only take
 * something away stay.
 */
@Stateless
public class AccessRevocation {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private OpenSessions sessions;
  @Inject private KnownBrowsers browsers;
  @Inject private IdentityLinks identities;
  @Inject private LocalSignIn local;
  @Inject private MailedLinks links;
  @Inject private Authenticators apps;
  @Inject private Outbox outbox;
  @Inject private Event<AccessRevoked> observers;

  private Consumer<AccessRevoked> told = event -> observers.fire(event);

  public AccessRevocation() {
    // for the container
  }

  /** Without a container. */
  public AccessRevocation(
      EntityManager entities,
      Accounts accounts,
      OpenSessions sessions,
      KnownBrowsers browsers,
      IdentityLinks identities,
      LocalSignIn local,
      MailedLinks links,
      Authenticators apps,
      Outbox outbox,
      Consumer<AccessRevoked> told) {
    this.entities = entities;
    this.accounts = accounts;
    this.sessions = sessions;
    this.browsers = browsers;
    this.identities = identities;
    this.local = local;
    this.links = links;
    this.apps = apps;
    this.outbox = outbox;
    this.told = told;
  }

  /**
   * Waits for what is being decided about the account now, and holds back the rest until the
   * transaction ends. To be called before anything else of the account is locked; keys come after.
   */
  public Account hold(AccountId account) {
    SignInRow.hold(entities, account);
    return accounts.held(account);
  }

  /** Ends all of them. Nobody is signed in then, and no browser is known. */
  public void everywhere(AccountId account) {
    whatWasBegun(account);
    endLink(account);
    sessions.endAll(account);
    browsers.forgetAll(account);
  }

  /** Ends all but the session of whoever asks, and the browser that it is in. */
  public void everywhereElse(AccountId account, BearerToken session, Visitor visitor) {
    whatWasBegun(account);
    endLink(account);
    sessions.endOthers(account, session);
    browsers.forgetOthers(account, visitor);
  }

  /**
   * Ends one session, and what may have been begun in it.
   *
   * @return false when the account has no such session; nothing is ended then
   */
  public boolean oneSession(AccountId account, UUID session) {
    hold(account);
    boolean ended = sessions.end(account, session);
    if (ended) {
      whatWasBegun(account);
    }
    return ended;
  }

  /**
   * Takes the link to the identity provider away for the account's holder, and ends what it opened
   * and what is under way, but for the session that asks. A link that the account was opened for
   * stays.
   *
   * @throws AccountLocked when an operator has locked the account meanwhile
   * @throws SessionEnded when that session has been ended meanwhile
   */
  public void unlink(AccountId account, BearerToken session) {
    if (!hold(account).isEnabled()) {
      throw new AccountLocked();
    }
    if (!isOpen(account, session)) {
      throw new SessionEnded();
    }
    if (identities.unlink(account)) {
      whatWasBegun(account);
      sessions.endOthersProvided(account, session);
    }
  }

  /**
   * And whom an operator has admitted, whoever that is. The link ends where the account's holder
   * has a password to come back with.
   */
  private void endLink(AccountId account) {
    identities.endAdmission(account);
    if (accounts.find(account).filter(local::isOpenTo).isPresent()) {
      identities.end(account);
    }
  }

  /** Whether nobody has ended that session; stays true while the account is {@link #hold held}. */
  public boolean isOpen(AccountId account, BearerToken session) {
    return sessions.isOpen(account, session);
  }

  /** Ends what would open the account later: links, setups and sign-ins under way. */
  public void whatWasBegun(AccountId account) {
    hold(account).accessRevoked();
    outbox.withdraw(MailKind.ADDRESS_CONFIRMATION, account.value());
    links.forgetGiving(account);
    apps.abandonAll(account);
    told.accept(new AccessRevoked(account));
  }
}
