package org.doublelock.unlocking;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.revocation.AccessRevoked;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.Lease;
import org.doublelock.secondfactor.SecondFactors;
import org.doublelock.verification.CalledFunctions;

/** Unlocking keys without a container. */
public final class LeasesOn extends Leases {

  private final Transactions transactions;
  private final UnlockChoices choices;
  private final LeaseEnds ends;
  private final UnlockRequests requests;

  public LeasesOn(Transactions transactions, SecondFactors factors) {
    this(transactions, factors, new UnlockPolicy(true, "PT24H", true));
  }

  public LeasesOn(Transactions transactions, SecondFactors factors, UnlockPolicy policy) {
    this(transactions, choices(transactions, factors, policy), ends(transactions));
  }

  private LeasesOn(Transactions transactions, UnlockChoices choices, LeaseEnds ends) {
    super(
        transactions.entities(),
        choices,
        ApiKeysOn.epoch(transactions),
        ends,
        new LeaseActions(CalledFunctions.all()),
        EventsOn.recorder(transactions));
    this.transactions = transactions;
    this.choices = choices;
    this.ends = ends;
    this.requests =
        new UnlockRequests(
            transactions.entities(),
            choices,
            ApiKeysOn.epoch(transactions),
            EventsOn.recorder(transactions)) {
          @Override
          public void refused(ApiKeyId id, String function, String address, Instant now) {
            transactions.in(
                () -> {
                  super.refused(id, function, address, now);
                  return null;
                });
          }
        };
  }

  private static UnlockChoices choices(
      Transactions transactions, SecondFactors factors, UnlockPolicy policy) {
    return new UnlockChoices(
        transactions.entities(),
        factors,
        policy,
        ApiKeysOn.epoch(transactions),
        ApiKeysOn.events(transactions));
  }

  private static LeaseEnds ends(Transactions transactions) {
    return new LeaseEnds(
        transactions.entities(), ApiKeysOn.epoch(transactions), EventsOn.recorder(transactions));
  }

  /** For an hour, from anywhere, for these functions. */
  public static LeaseTerms hour(String... actions) {
    return new LeaseTerms(Duration.ofHours(1), Optional.empty(), Set.of(actions), Optional.empty());
  }

  /** Unlocks a key whose factor has just been shown. */
  public Optional<Lease> grant(ApiKeyId key, LeaseTerms terms) {
    return transactions.in(
        () -> super.grant(key, super.epoch(key), terms, EventKind.LEASE_GRANTED));
  }

  /** The same at an epoch that was seen before. */
  public Optional<Lease> grantAt(ApiKeyId key, long seen, LeaseTerms terms) {
    return transactions.in(() -> super.grant(key, seen, terms, EventKind.LEASE_GRANTED));
  }

  public void choose(ApiKeyId key, UnlockChoice choice) {
    transactions.in(
        () -> {
          choices.change(key, choices.of(key).orElseThrow().mark(), choice);
          return null;
        });
  }

  /** The same on a page that showed what that mark says. */
  public boolean choose(ApiKeyId key, String seen, UnlockChoice choice) {
    return transactions.in(() -> choices.change(key, seen, choice));
  }

  public Optional<UnlockChoice> choice(ApiKeyId key) {
    return transactions.in(() -> choices.of(key));
  }

  /** What the timer does. */
  public void tell() {
    List<ApiKeyId> untold = transactions.in(ends::untold);
    untold.forEach(
        key ->
            transactions.in(
                () -> {
                  ends.tell(key);
                  return null;
                }));
  }

  /** A call of {@code UnlockKey}, in one transaction as the container has it. */
  public JsonValue unlockByCall(
      LeaseActions actions, FunctionCaller caller, Arguments arguments, Instant now) {
    return transactions.in(
        () -> new UnlockKeyFunction(this, choices, actions).call(caller, arguments, now));
  }

  /** The same of {@code LockKey}. */
  public JsonValue lockByCall(FunctionCaller caller, Instant now) {
    return transactions.in(
        () -> new LockKeyFunction(this).call(caller, new Arguments(Map.of()), now));
  }

  public UnlockRequests requests() {
    return requests;
  }

  /** What the account's holder is asked. */
  public List<UnlockRequest> asked(AccountId owner, Instant now) {
    return transactions.in(() -> requests.open(owner, now));
  }

  /** What ending every way into an account does to leases. */
  public void accessRevoked(AccountId owner) {
    transactions.in(
        () -> {
          new RevokedLeases(this).lockKeys(new AccessRevoked(owner));
          return null;
        });
  }

  @Override
  public long epoch(ApiKeyId key) {
    return transactions.in(() -> super.epoch(key));
  }

  @Override
  public boolean end(ApiKeyId key) {
    return transactions.in(() -> super.end(key));
  }

  @Override
  public void endAll(AccountId owner) {
    transactions.in(
        () -> {
          super.endAll(owner);
          return null;
        });
  }

  @Override
  public Map<ApiKeyId, OpenLease> open(Collection<ApiKeyId> keys) {
    return transactions.in(() -> super.open(keys));
  }
}
