package org.doublelock.account.signin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.GuessCount;
import org.doublelock.account.SignInRow;
import org.doublelock.account.SignInState;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.vault.TriedPassword;

/**
 * Guesses at passwords, as far as the database is concerned: what one is held against, and what
 * counts of it then. The slow hash is computed between the two, when nothing is held.
 */
@Stateless
public class PasswordGuesses {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private AccountFactors factors;
  @Inject private KnownBrowsers browsers;
  @Inject private SignInAddresses addresses;
  @Inject private SecurityEvents events;

  public PasswordGuesses() {
    // for the container
  }

  PasswordGuesses(
      EntityManager entities,
      Accounts accounts,
      AccountFactors factors,
      KnownBrowsers browsers,
      SignInAddresses addresses,
      SecurityEvents events) {
    this.entities = entities;
    this.accounts = accounts;
    this.factors = factors;
    this.browsers = browsers;
    this.addresses = addresses;
    this.events = events;
  }

  /** A guess at the account that is meant by a name or mail address. */
  public PasswordGuess at(String typedName, Visitor visitor) {
    return at(accounts.findByNameOrAddress(typedName), visitor);
  }

  /** A guess at that account. */
  public PasswordGuess at(AccountId id, Visitor visitor) {
    return at(accounts.find(id), visitor);
  }

  private PasswordGuess at(Optional<Account> account, Visitor visitor) {
    AccountId id = account.map(Account::id).orElse(new AccountId(SecurityEvent.NOBODY));
    return new PasswordGuess(account, browsers.find(id, visitor).isPresent());
  }

  /**
   * Decides under the account's lock what the guess comes to, and counts it. No password is right
   * for an account that an operator has locked, so what is written tells nobody which one would be.
   *
   * @param refused what the owner is told of a wrong one
   */
  public PasswordOutcome decide(
      AccountId id, TriedPassword tried, Visitor visitor, EventKind refused, Instant now) {
    SignInState state = SignInRow.hold(entities, id);
    Account account = accounts.find(id).orElseThrow();
    if (!tried.isAbout(account.passwordHash())) {
      return new PasswordOutcome.Overtaken();
    }
    Optional<KnownBrowserRow> browser = browsers.find(id, visitor);
    GuessCount guesses = browser.map(KnownBrowserRow::guesses).orElse(state.password());
    boolean heldBack = browser.isEmpty() && addresses.isLocked(visitor.address(), now);
    boolean counts = !guesses.isLocked(now) && !heldBack;
    boolean right = tried.right() && account.isEnabled();
    if (right && counts) {
      // a known browser counts both steps as one: the password alone ends no row of wrong codes
      if (browser.isEmpty() || !factors.areOn(id)) {
        guesses.succeeded(now);
      }
      return new PasswordOutcome.Right(account);
    }
    state.refused();
    addresses.failed(visitor.address(), now);
    if (!right && counts) {
      RefusedGuess.count(id, guesses, refused, events, now);
    } else if (!heldBack) {
      // nobody reads it; without it, a name that somebody has would be answered sooner from now on
      events.record(refused, SecurityEvent.NOBODY);
    }
    return new PasswordOutcome.Refused();
  }

  /** What a refusal at an account does to the database, done to a row of nobody's. */
  public void refuseNobody(String typedName, Visitor visitor, Instant now) {
    int slot = Math.floorMod(typedName.toLowerCase(Locale.ROOT).hashCode(), DecoySignInState.SLOTS);
    entities.find(DecoySignInState.class, slot, LockModeType.PESSIMISTIC_WRITE).refused();
    accounts.find(new AccountId(SecurityEvent.NOBODY));
    browsers.find(new AccountId(SecurityEvent.NOBODY), visitor);
    if (!addresses.isLocked(visitor.address(), now)) {
      events.record(EventKind.SIGN_IN_REFUSED, SecurityEvent.NOBODY);
    }
    addresses.failed(visitor.address(), now);
  }
}
