package org.doublelock.races;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.account.session.Visitor;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.Enrolment;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.doublelock.unlocking.LeasesOn;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.vault.PasswordHash;
import org.doublelock.vault.QuickHashes;

/** A key of an account of its own, and what its owner knew of it when an act was begun. */
final class OneKey {

  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static final String PASSWORD = "seven quiet otters rowing";
  private static final PasswordHash PASSWORD_HASH = QuickHashes.of(PASSWORD);

  final RacingSite site;
  final AccountId owner;
  final ApiKey key;
  final BearerToken session = BearerToken.random();

  private SharedSecret begun;
  private SecondFactor seen;
  private long seenEpoch;
  private String seenChoice;

  OneKey(RacingSite site) {
    this.site = site;
    this.owner = site.accounts.open("owner-" + UUID.randomUUID(), NOW);
    this.key =
        site.keys
            .issue(
                owner,
                new Description("bot"),
                Set.of(Permission.QUERY_FUNDS),
                Restrictions.none(),
                NOW)
            .key();
  }

  List<String> stored() {
    return StoredKey.read(site.database, key);
  }

  // what was before

  void enrolled() {
    site.factors.enrolApp(key, false, Set.of(), NOW.minusSeconds(60));
    look();
  }

  /** What the page that the owner looks at has read. */
  void look() {
    seen = site.factors.of(key.id()).orElse(null);
    seenEpoch = site.leases.epoch(key.id());
    seenChoice = site.leases.choice(key.id()).map(UnlockChoice::mark).orElse("");
  }

  void begun() {
    site.transactions.in(() -> begin(SecondFactorMethod.TOTP));
    begun =
        ((Enrolment.AwaitingCode) site.factors.current(key, session, NOW).orElseThrow()).secret();
  }

  void confirmed() {
    begun();
    site.transactions.in(() -> confirm());
  }

  void replacementConfirmed() {
    enrolled();
    confirmed();
  }

  void removalAsked() {
    enrolled();
    site.transactions.in(() -> lose());
  }

  void unlocked() {
    enrolled();
    grant();
  }

  void disabled() {
    site.keys.disable(key, NOW);
  }

  // what the owner does

  void issueAnother() {
    site.keys.issue(
        owner, new Description("second"), Set.of(Permission.QUERY_FUNDS), Restrictions.none(), NOW);
  }

  void edit() {
    edit(Restrictions.none());
  }

  /** What another tab does that shows the key as it was. */
  void limit() {
    edit(new Restrictions(List.of(), Optional.of(NOW), Optional.empty(), Optional.empty(), 0));
  }

  private void edit(Restrictions limits) {
    Set<Permission> granted = Set.of(Permission.WITHDRAW_FUNDS);
    site.keys.edit(key, key.settingsMark(), new Description("robot"), granted, limits, NOW);
  }

  void roll() {
    site.keys.roll(key, Duration.ZERO, NOW);
  }

  void disable() {
    site.keys.disable(key, NOW);
  }

  void enable() {
    site.keys.enable(key, NOW);
  }

  void delete() {
    site.keys.delete(key, NOW);
  }

  void freeze() {
    site.keys.freeze(key, NOW);
  }

  boolean begin(SecondFactorMethod method) {
    return begin(method, session);
  }

  boolean begin(SecondFactorMethod method, BearerToken by) {
    return site.factors.enrolments().begin(key, method, Optional.ofNullable(seen), by, NOW);
  }

  Object confirm() {
    String code = TotpVerifier.generate(begun, TimeStep.at(NOW)).read();
    return site.factors.enrolments().confirmCode(key.id(), session, code, NOW);
  }

  void beginPassword() {
    begin(SecondFactorMethod.PASSWORD);
  }

  void passwordBegun() {
    site.transactions.in(() -> begin(SecondFactorMethod.PASSWORD));
  }

  void confirmPassword() {
    site.factors.enrolments().confirmPassword(key.id(), session, PASSWORD_HASH, NOW);
  }

  boolean complete() {
    return site.factors
        .enrolments()
        .complete(key.id(), session, ChosenActions.of(Set.of(), null), false, NOW);
  }

  boolean switchOff() {
    return site.removals.confirmed(key.id(), seen);
  }

  Object lose() {
    return site.removals.lost(key.id(), seen, owner, NOW);
  }

  void stopRemoval() {
    site.removals.stop(key.id());
  }

  /** What the timer does a day later. */
  boolean carryOutRemoval() {
    return site.removals.carryOut(key.id(), NOW.plus(Duration.ofDays(1)));
  }

  boolean grant() {
    return site.leases.grantAt(key.id(), seenEpoch, LeasesOn.hour("Balance")).isPresent();
  }

  void choose() {
    choose(new UnlockChoice(true, Duration.ofMinutes(30), false));
  }

  /** What another tab does that shows the choice as it was. */
  void forbidUnlocking() {
    choose(new UnlockChoice(false, Duration.ofMinutes(30), false));
  }

  private void choose(UnlockChoice choice) {
    site.leases.choose(key.id(), seenChoice, choice);
  }

  void lockNow() {
    site.leases.end(key.id());
  }

  /** Signs the owner in, in a browser. */
  BearerToken openSession() {
    return site.accounts.signIn(owner, new Visitor("192.0.2.1", "", Optional.empty()), NOW);
  }

  /** As whoever takes the account back does. */
  void endSessions() {
    AccessRevocation access = site.accounts.access();
    access.hold(owner);
    access.everywhere(owner);
  }

  // what operators do

  void lockAccount() {
    site.locks.lock(owner, NOW);
  }
}
