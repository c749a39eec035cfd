package org.doublelock.account.signin;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.GuessCount;
import org.doublelock.account.SignInRow;
import org.doublelock.account.SignInState;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.factor.RecoveryCode;
import org.doublelock.account.factor.RecoveryCodes;
import org.doublelock.account.factor.TypedFactor;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.vault.HashingBusy;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.TriedPassword;

/**
 * Decides whether a person is who they say, by password and by second factor, with bounded
 * guessing. Guesses are counted for the account, or, from a browser that it knows, for that browser
 * alone: so whoever fails on purpose elsewhere does not keep the owner out. A password is read,
 * hashed, and decided about, in this order, so that nothing is held while the slow hash is
 * computed.
 */
@Stateless
public class SignIn {

  /** A change of the password can overtake a guess; each time round it meets the newer one. */
  private static final int MAX_ROUNDS = 5;

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private PasswordGuesses guesses;
  @Inject private AccountFactors factors;
  @Inject private RecoveryCodes recovery;
  @Inject private KnownBrowsers browsers;
  @Inject private SignInAddresses addresses;
  @Inject private PasswordHasher passwords;
  @Inject private SecurityEvents events;

  public SignIn() {
    // for the container
  }

  /** Without a container. */
  public SignIn(
      EntityManager entities,
      Accounts accounts,
      PasswordGuesses guesses,
      AccountFactors factors,
      RecoveryCodes recovery,
      KnownBrowsers browsers,
      SignInAddresses addresses,
      PasswordHasher passwords,
      SecurityEvents events) {
    this.entities = entities;
    this.accounts = accounts;
    this.guesses = guesses;
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
   *
   * @throws HashingBusy when too many are signing in; nothing was counted then
   */
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public Optional<Account> check(String typedName, String password, Visitor visitor, Instant now) {
    PasswordGuess guess = guesses.at(typedName, visitor);
    if (guess.account().isEmpty()) {
      passwords.verifyAbsent(password, guess.line());
      guesses.refuseNobody(typedName, visitor, now);
      return Optional.empty();
    }
    return tryPassword(guess, password, visitor, EventKind.SIGN_IN_REFUSED, now);
  }

  /**
   * Checks the password of a person who is signed in already, counted like a sign-in.
   *
   * @throws HashingBusy when too many passwords are being checked; nothing was counted then
   */
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public boolean confirm(AccountId id, String password, Visitor visitor, Instant now) {
    PasswordGuess guess = guesses.at(id, visitor).bySignedIn();
    return tryPassword(guess, password, visitor, EventKind.STEP_UP_REFUSED, now).isPresent();
  }

  private Optional<Account> tryPassword(
      PasswordGuess first, String password, Visitor visitor, EventKind refused, Instant now) {
    Optional<Account> account = first.account();
    for (int round = 0; round < MAX_ROUNDS && account.isPresent(); round++) {
      TriedPassword tried = passwords.tryOut(password, account.get().passwordHash(), first.line());
      AccountId id = account.get().id();
      PasswordOutcome outcome = guesses.decide(id, tried, visitor, refused, now);
      if (outcome instanceof PasswordOutcome.Right right) {
        renewHash(right.account(), password);
        return Optional.of(right.account());
      }
      account =
          outcome instanceof PasswordOutcome.Overtaken
              ? guesses.at(id, visitor).account()
              : Optional.empty();
    }
    return Optional.empty();
  }

  /** With the parameters that new hashes have; where there is no time for it, the next time. */
  private void renewHash(Account account, String password) {
    String before = account.passwordHash();
    if (!passwords.needsRehash(before)) {
      return;
    }
    try {
      accounts.renewHash(account.id(), before, passwords.hash(password));
    } catch (HashingBusy untilThen) {
      // the old one is good meanwhile
    }
  }

  /**
   * Checks a code of one of the account's apps, a passkey's answer in JSON, or a recovery code.
   * Each is accepted once. The last two cannot be guessed, so right ones are taken at any time;
   * wrong ones are counted apart, and beyond the bound they are neither counted nor told. What is
   * none of the three is no guess.
   */
  public FactorOutcome confirmFactor(AccountId id, String typed, Visitor visitor, Instant now) {
    TypedFactor kind = TypedFactor.of(typed);
    if (kind == TypedFactor.NONE) {
      return FactorOutcome.MALFORMED;
    }
    SignInState state = SignInRow.hold(entities, id);
    Optional<KnownBrowserRow> browser = browsers.find(id, visitor);
    Optional<RecoveryCode> code = RecoveryCode.parse(typed);
    boolean guessable = kind == TypedFactor.CODE;
    GuessCount codes = browser.map(KnownBrowserRow::guesses).orElse(state.factor());
    GuessCount counted = guessable ? codes : state.unguessable();
    boolean bounded =
        counted.isLocked(now) || guessable && isHeldBack(visitor, browser.isPresent(), now);
    FactorOutcome outcome =
        bounded && guessable ? FactorOutcome.TOO_MANY : tryFactor(id, typed, code, now);
    if (outcome.isConfirmed()) {
      codes.succeeded(now);
      counted.succeeded(now);
      return outcome;
    }
    state.refused();
    addresses.failed(visitor.address(), now);
    if (bounded) {
      return FactorOutcome.TOO_MANY;
    }
    RefusedGuess.count(id, counted, EventKind.SIGN_IN_CODE_REFUSED, events, now);
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

  private boolean isHeldBack(Visitor visitor, boolean known, Instant now) {
    return !known && addresses.isLocked(visitor.address(), now);
  }
}
