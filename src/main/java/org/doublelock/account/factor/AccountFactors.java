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
      List<KeptFactor> all, FactorName name, Optional<UUID> itself) {
    List<KeptFactor> others =
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
    Optional<AuthenticatorSetup> setup = apps.current(account, session, now);
    String name = setup.map(AuthenticatorSetup::name).orElse("");
    return add(
        account,
        state,
        FactorKind.APP.added,
        name,
        () ->
            setup
                .flatMap(app -> againstApp(account, new FactorName(app.name()), app.replaced()))
                .orElseGet(() -> apps.confirm(account, session, typed, now)),
        now);
  }

  /**
   * Takes what the browser made for the challenge of this session, and puts it into use; with the
   * first factor the recovery codes, too.
   */
  public AddedFactor addPasskey(
      AccountId account, BearerToken session, FactorName name, String json, Instant now) {
    SignInState state = acting.hold(entities, account);
    return add(
        account,
        state,
        FactorKind.PASSKEY.added,
        name.text(),
        () ->
            against(passkeys.of(account), name, Optional.empty())
                .orElseGet(() -> passkeys.add(account, session, name, json, now)),
        now);
  }

  /** Found out under the lock: of two sessions that add one each, one has added the first. */
  private AddedFactor add(
      AccountId account,
      SignInState state,
      EventKind kind,
      String name,
      Supplier<FactorOutcome> adding,
      Instant now) {
    boolean first = !areOn(account);
    FactorOutcome outcome = adding.get();
    if (!outcome.isConfirmed()) {
      return new AddedFactor(outcome, List.of());
    }
    state.factorsOn(now);
    events.record(kind, account.value(), name);
    return first
        ? new AddedFactor(FactorOutcome.FIRST, recovery.renew(account, now))
        : new AddedFactor(outcome, List.of());
  }

  /** One of the account's; empty where it has none of that kind and id. */
  public Optional<KeptFactor> find(AccountId account, FactorKind kind, UUID id) {
    return all(kind).find(account, id);
  }

  /**
   * Calls one something else, and says so: a name is what its holder knows it by. What is called so
   * already, or is gone, stays as it is.
   *
   * @return false where another of its kind is called so, or looks as if it were; nothing was
   *     changed then
   */
  public boolean rename(AccountId account, FactorKind kind, UUID id, FactorName name) {
    acting.hold(entities, account);
    if (against(all(kind).of(account), name, Optional.of(id))
        .filter(FactorOutcome.NAME_TAKEN::equals)
        .isPresent()) {
      return false;
    }
    find(account, kind, id)
        .filter(factor -> !factor.name().equals(name.text()))
        .ifPresent(
            before -> {
              all(kind).rename(account, id, name);
              events.record(kind.renamed, account.value(), before.name() + " → " + name.text());
            });
    return true;
  }

  /**
   * Takes one away; with the last factor the recovery codes go too. Found out under the lock:
   * another tab may have removed all others since it was asked.
   *
   * @param warned whether its holder was told that it is the last
   */
  public RemovedFactor remove(AccountId account, FactorKind kind, UUID id, boolean warned) {
    SignInState state = acting.hold(entities, account);
    Optional<KeptFactor> factor = find(account, kind, id);
    boolean last = factor.isPresent() && number(account) == 1;
    if (last && !warned) {
      return RemovedFactor.UNWARNED;
    }
    factor.ifPresent(gone -> events.record(kind.removed, account.value(), gone.name()));
    all(kind).remove(account, id);
    if (last) {
      recovery.removeAll(account);
      state.factorsOff();
    }
    return last ? RemovedFactor.LAST_REMOVED : RemovedFactor.REMOVED;
  }

  private KeptFactors<?> all(FactorKind kind) {
    return kind == FactorKind.APP ? apps : passkeys;
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
