package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.vault.PasswordHasher;

/**
 * Decides whether a person is who they say, by password and by second factor, with bounded
 * guessing. Guesses are counted for the account, or, from a browser that it knows, for that browser
 * alone: so a stranger who fails on purpose does not keep the owner out.
 */
@Stateless
public class SignIn {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private AccountFactors factors;
  @Inject private RecoveryCodes recovery;
  @Inject private KnownBrowsers browsers;
  @Inject private SignInAddresses addresses;
  @Inject private PasswordHasher passwords;
  @Inject private SecurityEvents events;

  public SignIn() {
    // for the container
  }

  SignIn(
      EntityManager entities,
      Accounts accounts,
      AccountFactors factors,
      RecoveryCodes recovery,
      KnownBrowsers browsers,
      SignInAddresses addresses,
      PasswordHasher passwords,
      SecurityEvents events) {
    this.entities = entities;
    this.accounts = accounts;
    this.factors = factors;
    this.recovery = recovery;
    this.browsers = browsers;
    this.addresses = addresses;
    this.passwords = passwords;
    this.events = events;
  }

  /**
   * Checks a user name or mail address and a password; the second factor, where there is one, is
   * still to come. An unknown name, a wrong password, a disabled and a locked account are not told
   * apart, in answer or in time.
   */
  public Optional<Account> check(String typedName, String password, Visitor visitor, Instant now) {
    Optional<Account> account = accounts.findByNameOrAddress(typedName);
    if (account.isEmpty()) {
      passwords.verifyAbsent(password);
      refuseNobody(typedName, visitor, now);
      addresses.failed(visitor.address(), now);
      return Optional.empty();
    }
    boolean right = confirm(account.get(), password, visitor, EventKind.SIGN_IN_REFUSED, now);
    return account.filter(known -> right).filter(Account::isEnabled);
  }

  /** Checks the password of a person who is signed in already, counted like a sign-in. */
  public boolean confirm(AccountId id, String password, Visitor visitor, Instant now) {
    return accounts
        .find(id)
        .filter(known -> confirm(known, password, visitor, EventKind.STEP_UP_REFUSED, now))
        .isPresent();
  }

  /**
   * Checks a code of one of the account's apps, a passkey's answer in JSON, or a recovery code.
   * Each is accepted once. The last two cannot be guessed, so right ones are taken at any time;
   * wrong ones are counted apart, and beyond the bound they are neither counted nor told. What is
   * none of the three is no guess.
   */
  public FactorOutcome confirmFactor(AccountId id, String typed, Visitor visitor, Instant now) {
    if (TypedFactor.of(typed) == TypedFactor.NONE) {
      return FactorOutcome.MALFORMED;
    }
    SignInState state = lock(id);
    Optional<KnownBrowserRow> browser = browsers.find(id, visitor);
    Optional<RecoveryCode> code = RecoveryCode.parse(typed);
    boolean guessable = code.isEmpty() && !Passkeys.isAnswer(typed);
    GuessCount codes = browser.map(KnownBrowserRow::guesses).orElse(state.factor());
    GuessCount guesses = guessable ? codes : state.unguessable();
    boolean bounded =
        guesses.isLocked(now) || guessable && isHeldBack(visitor, browser.isPresent(), now);
    FactorOutcome outcome =
        bounded && guessable ? FactorOutcome.TOO_MANY : tryFactor(id, typed, code, now);
    if (outcome.isConfirmed()) {
      codes.succeeded(now);
      guesses.succeeded(now);
      return outcome;
    }
    state.refused();
    addresses.failed(visitor.address(), now);
    if (bounded) {
      return FactorOutcome.TOO_MANY;
    }
    countGuess(id, guesses, EventKind.SIGN_IN_CODE_REFUSED, now);
    return outcome;
  }

  /** How many wrong codes may still follow from there before none is tried for a while. */
  public int triesLeft(AccountId id, Visitor visitor, Instant now) {
    return browsers
        .find(id, visitor)
        .map(KnownBrowserRow::guesses)
        .orElseGet(() -> entities.find(SignInState.class, id.value()).factor())
        .triesLeft(now);
  }

  private FactorOutcome tryFactor(
      AccountId id, String typed, Optional<RecoveryCode> code, Instant now) {
    return code.isPresent() ? useRecoveryCode(id, code.get(), now) : factors.verify(id, typed, now);
  }

  private FactorOutcome useRecoveryCode(AccountId id, RecoveryCode code, Instant now) {
    if (!recovery.use(id, code, now)) {
      return FactorOutcome.WRONG;
    }
    events.record(EventKind.RECOVERY_CODE_USED, id.value());
    return FactorOutcome.RECOVERED;
  }

  /** Only what is counted is told, so nobody can fill the owner's list without end. */
  private void countGuess(AccountId id, GuessCount guesses, EventKind refused, Instant now) {
    guesses.failed(now);
    events.record(refused, id.value());
    if (guesses.isLocked(now)) {
      events.record(EventKind.SIGN_IN_HELD_BACK, id.value());
    }
  }

  private boolean confirm(
      Account account, String password, Visitor visitor, EventKind refused, Instant now) {
    boolean right = passwords.verify(password, account.passwordHash());
    SignInState state = lock(account.id());
    Optional<KnownBrowserRow> browser = browsers.find(account.id(), visitor);
    GuessCount guesses = browser.map(KnownBrowserRow::guesses).orElse(state.password());
    boolean heldBack = isHeldBack(visitor, browser.isPresent(), now);
    if (right && !guesses.isLocked(now) && !heldBack) {
      // a known browser counts both steps as one: the password alone ends no row of wrong codes
      if (browser.isEmpty() || !factors.areOn(account.id())) {
        guesses.succeeded(now);
      }
      accounts.renewHash(account, password);
      return true;
    }
    state.refused();
    addresses.failed(visitor.address(), now);
    if (!right && !guesses.isLocked(now) && !heldBack) {
      countGuess(account.id(), guesses, refused, now);
    }
    return false;
  }

  private boolean isHeldBack(Visitor visitor, boolean known, Instant now) {
    return !known && addresses.isLocked(visitor.address(), now);
  }

  private SignInState lock(AccountId id) {
    return entities.find(SignInState.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  /** What a refusal at an account does to the database, done to a row of nobody's. */
  private void refuseNobody(String typedName, Visitor visitor, Instant now) {
    int slot = Math.floorMod(typedName.toLowerCase(Locale.ROOT).hashCode(), NobodyRow.SLOTS);
    entities.find(NobodyRow.class, slot, LockModeType.PESSIMISTIC_WRITE).refused();
    browsers.find(new AccountId(NobodyRow.ACCOUNT), visitor);
    if (!isHeldBack(visitor, false, now)) {
      events.record(EventKind.SIGN_IN_REFUSED, NobodyRow.ACCOUNT);
    }
  }
}
