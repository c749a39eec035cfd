package org.doublelock.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;

/** Whether an account has second factors of its own, since when, and taking them away. */
@Stateless
public class AccountFactors {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Authenticators apps;
  @Inject private RecoveryCodes recovery;
  @Inject private SecurityEvents events;

  public AccountFactors() {
    // for the container
  }

  AccountFactors(
      EntityManager entities, Authenticators apps, RecoveryCodes recovery, SecurityEvents events) {
    this.entities = entities;
    this.apps = apps;
    this.recovery = recovery;
    this.events = events;
  }

  /** True when signing in takes more than the password. Recovery codes alone do not count. */
  public boolean areOn(AccountId account) {
    return !apps.of(account).isEmpty();
  }

  /** Since when the account has had a second factor without a break; empty while it has none. */
  public Optional<Instant> onSince(AccountId account) {
    return Optional.ofNullable(entities.find(SignInState.class, account.value()))
        .flatMap(SignInState::factorsSince);
  }

  /** Tries the code that an app being added shows; a right one puts it into use at once. */
  public FactorOutcome confirmApp(AccountId account, String typed, Instant now) {
    SignInState state = lock(account);
    String name = apps.current(account, now).map(AuthenticatorSetup::name).orElse("");
    FactorOutcome outcome = apps.confirm(account, typed, now);
    if (outcome.isConfirmed()) {
      state.factorsOn(now);
      events.record(EventKind.AUTHENTICATOR_ADDED, account.value(), name);
    }
    return outcome;
  }

  /** Takes an app away; with the last factor the recovery codes go too. */
  public void removeApp(AccountId account, UUID id) {
    SignInState state = lock(account);
    apps.find(account, id)
        .ifPresent(
            app -> events.record(EventKind.AUTHENTICATOR_REMOVED, account.value(), app.name()));
    apps.remove(account, id);
    if (!areOn(account)) {
      recovery.removeAll(account);
      state.factorsOff();
    }
  }

  /** Takes all of them away. */
  public void removeAll(AccountId account) {
    SignInState state = lock(account);
    apps.removeAll(account);
    recovery.removeAll(account);
    state.factorsOff();
    events.record(EventKind.SIGN_IN_FACTORS_RESET, account.value(), "");
  }

  /** Tries a code. To be called while the account's sign-in state is locked. */
  public FactorOutcome verify(AccountId account, String typed, Instant now) {
    return apps.verify(account, typed, now);
  }

  private SignInState lock(AccountId account) {
    return entities.find(SignInState.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
  }
}
