package org.doublelock.account.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.BearerToken;
import org.doublelock.account.SignInRow;
import org.doublelock.account.SignInState;
import org.doublelock.account.session.ActingSession;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;

/**
 * Whether an account has second factors of its own, since when, and taking them away. What its
 * holder asks for is refused with {@link AccountLocked} once an operator has locked the account,
 * and with {@link SessionEnded} once the session that asks has been ended.
 */
@Stateless
public class AccountFactors {

  /** The most apps that an account may have, and the most passkeys. */
  public static final int MAX = 10;

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private Authenticators apps;
  @Inject private Passkeys passkeys;
  @Inject private RecoveryCodes recovery;
  @Inject private SecurityEvents events;
  @Inject private ActingSession acting;

  public AccountFactors() {
    // for the container
  }

  /** Without a container. */
  public AccountFactors(
      EntityManager entities,
      Authenticators apps,
      Passkeys passkeys,
      RecoveryCodes recovery,
      SecurityEvents events,
      ActingSession acting) {
    this.entities = entities;
    this.apps = apps;
    this.passkeys = passkeys;
    this.recovery = recovery;
    this.events = events;
    this.acting = acting;
  }

  /** True when signing in takes more than the password. Recovery codes alone do not count. */
  public boolean areOn(AccountId account) {
    return number(account) > 0;
  }

  /** How many apps and passkeys there are. */
  public int number(AccountId account) {
    return apps.of(account).size() + passkeys.of(account).size();
  }

  /** Whether an app is among them, rather than passkeys alone. */
  public boolean haveApp(AccountId account) {
    return !apps.of(account).isEmpty();
  }

  /** Since when the account has had a second factor without a break; empty while it has none. */
  public Optional<Instant> onSince(AccountId account) {
    return Optional.ofNullable(entities.find(SignInState.class, account.value()))
        .flatMap(SignInState::factorsSince);
  }

  /**
   * What speaks against an app that is called so, as it is now: {@link FactorOutcome#NAME_TAKEN} or
   * {@link FactorOutcome#FULL}.
   *
   * @param replaced the app whose place it is to take
   */
  public Optional<FactorOutcome> againstApp(
      AccountId account, FactorName name, Optional<UUID> replaced) {
    return against(apps.of(account), name, replaced);
  }

  private static Optional<FactorOutcome> against(
      List<AppAuthenticator> all, FactorName name, Optional<UUID> itself) {
    List<AppAuthenticator> others =
        all.stream().filter(each -> !Optional.of(each.id()).equals(itself)).toList();
    if (others.stream().anyMatch(other -> name.isLike(other.name()))) {
      return Optional.of(FactorOutcome.NAME_TAKEN);
    }
    return others.size() < MAX ? Optional.empty() : Optional.of(FactorOutcome.FULL);
  }

  /**
   * Tries the code that an app shows which this session adds; a right one puts it into use at once,
   * and with the first factor the recovery codes. Asked again under the lock is whether its name is
   * free: another tab may have given it to another app since this one was named.
   */
  public AddedFactor confirmApp(AccountId account, BearerToken session, String typed, Instant now) {
    SignInState state = acting.hold(entities, account);
    boolean first = !areOn(account);
    Optional<AuthenticatorSetup> setup = apps.current(account, session, now);
    FactorOutcome outcome =
        setup
            .flatMap(app -> againstApp(account, new FactorName(app.name()), app.replaced()))
            .orElseGet(() -> apps.confirm(account, session, typed, now));
    if (outcome.isConfirmed()) {
      state.factorsOn(now);
      String name = setup.map(AuthenticatorSetup::name).orElse("");
      events.record(EventKind.AUTHENTICATOR_ADDED, account.value(), name);
    }
    return added(account, outcome, first, now);
  }

  /**
   * Takes an app away; with the last factor the recovery codes go too.
   *
   * @param warned whether its holder was told that it is the last
   */
  public RemovedFactor removeApp(AccountId account, UUID id, boolean warned) {
    return remove(
        account,
        warned,
        EventKind.AUTHENTICATOR_REMOVED,
        () -> apps.find(account, id),
        () -> apps.remove(account, id));
  }

  /**
   * Takes what the browser made for the challenge of this session, and puts it into use; with the
   * first factor the recovery codes, too.
   */
  public AddedFactor addPasskey(
      AccountId account, BearerToken session, FactorName name, String json, Instant now) {
    SignInState state = acting.hold(entities, account);
    boolean first = !areOn(account);
    FactorOutcome outcome =
        against(passkeys.of(account), name, Optional.empty())
            .orElseGet(() -> passkeys.add(account, session, name, json, now));
    if (outcome.isConfirmed()) {
      state.factorsOn(now);
      events.record(EventKind.PASSKEY_ADDED, account.value(), name.text());
    }
    return added(account, outcome, first, now);
  }

  /** Takes a passkey away, as {@link #removeApp} does an app. */
  public RemovedFactor removePasskey(AccountId account, UUID id, boolean warned) {
    return remove(
        account,
        warned,
        EventKind.PASSKEY_REMOVED,
        () -> passkeys.find(account, id),
        () -> passkeys.remove(account, id));
  }

  /**
   * Calls an app something else, and says so: a name is what its holder knows it by. What is called
   * so already, or is gone, stays as it is.
   *
   * @return false where another app is called so, or looks as if it were; nothing was changed then
   */
  public boolean renameApp(AccountId account, UUID id, FactorName name) {
    return rename(
        account,
        id,
        name,
        EventKind.AUTHENTICATOR_RENAMED,
        () -> apps.of(account),
        () -> apps.rename(account, id, name));
  }

  /** The same of a passkey. */
  public boolean renamePasskey(AccountId account, UUID id, FactorName name) {
    return rename(
        account,
        id,
        name,
        EventKind.PASSKEY_RENAMED,
        () -> passkeys.of(account),
        () -> passkeys.rename(account, id, name));
  }

  private boolean rename(
      AccountId account,
      UUID id,
      FactorName name,
      EventKind kind,
      Supplier<List<AppAuthenticator>> finding,
      Runnable renaming) {
    acting.hold(entities, account);
    List<AppAuthenticator> all = finding.get();
    if (against(all, name, Optional.of(id)).filter(FactorOutcome.NAME_TAKEN::equals).isPresent()) {
      return false;
    }
    all.stream()
        .filter(factor -> factor.id().equals(id) && !factor.name().equals(name.text()))
        .forEach(
            before -> {
              renaming.run();
              events.record(kind, account.value(), before.name() + " → " + name.text());
            });
    return true;
  }

  /** Found out under the lock: of two sessions that add one each, one has added the first. */
  private AddedFactor added(AccountId account, FactorOutcome outcome, boolean first, Instant now) {
    return first && outcome.isConfirmed()
        ? new AddedFactor(FactorOutcome.FIRST, recovery.renew(account, now))
        : new AddedFactor(outcome, List.of());
  }

  /** Found out under the lock too: another tab may have removed all others since it was asked. */
  private RemovedFactor remove(
      AccountId account,
      boolean warned,
      EventKind kind,
      Supplier<Optional<AppAuthenticator>> finding,
      Runnable removing) {
    SignInState state = acting.hold(entities, account);
    Optional<AppAuthenticator> factor = finding.get();
    boolean last = factor.isPresent() && number(account) == 1;
    if (last && !warned) {
      return RemovedFactor.UNWARNED;
    }
    factor.ifPresent(gone -> events.record(kind, account.value(), gone.name()));
    removing.run();
    if (last) {
      recovery.removeAll(account);
      state.factorsOff();
    }
    return last ? RemovedFactor.LAST_REMOVED : RemovedFactor.REMOVED;
  }

  /** Takes all of them away, and the recovery codes; the caller records it. */
  public void removeAll(AccountId account) {
    SignInState state = SignInRow.hold(entities, account);
    apps.removeAll(account);
    passkeys.removeAll(account);
    recovery.removeAll(account);
    state.factorsOff();
  }

  /**
   * Tries a code, or a passkey's answer. To be called while the account's sign-in state is locked.
   */
  public FactorOutcome verify(AccountId account, String typed, Instant now) {
    return Passkeys.isAnswer(typed)
        ? passkeys.verify(account, typed, now)
        : apps.verify(account, typed, now);
  }
}
