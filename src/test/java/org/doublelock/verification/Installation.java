package org.doublelock.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.activity.CallLog;
import org.doublelock.activity.CallLogs;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.administration.AccountLocksOn;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.IssuedKey;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.apikey.SigningSecrets;
import org.doublelock.edge.Networks;
import org.doublelock.function.Lease;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.otp.LockoutRule;
import org.doublelock.policy.DemandedFactors;
import org.doublelock.policy.Demands;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.FactorSecrets;
import org.doublelock.secondfactor.FactorsOn;
import org.doublelock.unlocking.LeasesOn;
import org.doublelock.unlocking.UnlockPolicy;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;

/** One database with accounts and keys, and as many nodes on it as are asked for. */
final class Installation extends KeyRows implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static final UnlockPolicy UNLOCKING = new UnlockPolicy(true, "PT24H", true);

  final ApiKeysOn keys;
  final FactorsOn factors;
  final AccountLocksOn locks;
  final LeasesOn leases;

  /** Sees what the nodes do in the database, and not what pages do. */
  final Watched watched;

  /** What the nodes have told the keys' owners. */
  final List<SecurityEvent> told = new CopyOnWriteArrayList<>();

  final CallLog calls;

  /** What the nodes know of the database's history. */
  final DatabaseHistory history = new DatabaseHistory(Clock.systemUTC());

  private final Transactions transactions;
  private final Transactions nodeTransactions;
  private final SecretVault vault = newVault();
  private final PasswordHasher passwords;
  private final AccountId owner;

  Installation(DataSource database) {
    super(database);
    this.watched = new Watched(database);
    this.calls = new CallLog(watched.source());
    this.transactions = new Transactions(database);
    this.nodeTransactions = new Transactions(watched.source());
    this.keys = new ApiKeysOn(transactions, vault);
    this.passwords = nodeTransactions.passwords();
    this.factors = new FactorsOn(transactions, vault);
    this.leases = new LeasesOn(transactions, factors);
    this.locks = new AccountLocksOn(transactions, vault);
    this.owner = newAccount();
  }

  private static SecretVault newVault() {
    try {
      Path folder = Files.createTempDirectory("doublelock-vault");
      folder.toFile().deleteOnExit();
      Path keyset = folder.resolve("keyset.json");
      SecretVault vault = new SecretVault(new VaultSettings(Optional.empty(), keyset));
      keyset.toFile().deleteOnExit();
      return vault;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  AccountId newAccount() {
    AccountId account = AccountId.random();
    update(
        "insert into account (id, user_name, user_name_key, password_hash, created_at, version)"
            + " values (?, ?, ?, '', current_timestamp, 0)",
        account.value(),
        account.toString(),
        account.toString());
    return account;
  }

  /** Unlocking on a node whose deployment has another policy. */
  LeasesOn leasesUnder(UnlockPolicy policy) {
    return new LeasesOn(transactions, factors, policy);
  }

  /** A node: a verification service with caches and counters of its own. */
  VerificationService node() {
    return node("all-calls", 15, 0);
  }

  /** The same where permissions demand a second factor. */
  VerificationService node(String actions, DemandedFactors demanded) {
    return node(actions, 15, 0, demanded);
  }

  /**
   * @param actions which calls ask for the second factor
   * @param rate the most a key's call counter may reach
   * @param strangers after how many unknown keys or bad signatures an address waits; 0 for never
   */
  VerificationService node(String actions, double rate, int strangers) {
    return node(actions, rate, strangers, Demands.none());
  }

  private VerificationService node(
      String actions, double rate, int strangers, DemandedFactors demanded) {
    return node(memory(1000), actions, rate, strangers, demanded);
  }

  /** A node that remembers those keys. */
  VerificationService node(KeySnapshots memory) {
    return node(memory, "all-calls", 15, 0, Demands.none());
  }

  private VerificationService node(
      KeySnapshots memory, String actions, double rate, int strangers, DemandedFactors demanded) {
    return new VerificationService(
        memory,
        new CallStates(watched.source(), history),
        new SecondFactorCheck(passwords, new ActionPolicy(actions)),
        new CallRates(rate, 0.33),
        new AddressLockouts(new Networks(64), strangers, 5),
        CalledFunctions.all(),
        new CallJournal(calls, told::add, new UnlockQuestions(leases.requests())),
        new HistoryFloor(history),
        demanded,
        new LockoutRule(10, Duration.ofMinutes(15)));
  }

  /** What a node remembers of that many keys at most: nothing yet. */
  KeySnapshots memory(long most) {
    return snapshots(watched.source(), UNLOCKING, most);
  }

  private KeySnapshots snapshots(DataSource source, UnlockPolicy unlocking, long most) {
    return new KeySnapshots(
        new StoredKeys(
            source, new SigningSecrets(vault), new FactorSecrets(vault), unlocking, history),
        new KeyStandings(source),
        history,
        most);
  }

  /** A journal that nobody reads. */
  static CallJournal unread() {
    return new CallJournal() {
      @Override
      void write(
          SignedCall call, KeyStanding key, Optional<Lease> lease, Verdict verdict, Instant now) {
        // nobody reads it
      }

      @Override
      void locked(SignedCall call, KeySnapshot key, Instant now) {
        // nobody reads it
      }
    };
  }

  /** A dry run of a node that has made no calls; it shares nothing with the other nodes. */
  DryRun dryRun(double rate) {
    return dryRun(rate, Demands.none());
  }

  DryRun dryRun(double rate, DemandedFactors demanded) {
    CallStates states = new CallStates(watched.source(), history);
    return new DryRun(
        memory(1000),
        states,
        new UsedNonces(watched.source()),
        new SecondFactorCheck(passwords, new ActionPolicy("all-calls")),
        new CallRates(rate, 0.33),
        CalledFunctions.all(),
        new FactorsOn(nodeTransactions, vault),
        new HistoryFloor(history),
        demanded);
  }

  Caller newKey() {
    return newKey(Restrictions.none());
  }

  Caller newKeyWithWindow(long window) {
    return newKey(within(window));
  }

  static Restrictions within(long window) {
    return new Restrictions(
        List.of(), Optional.empty(), Optional.empty(), Optional.empty(), window);
  }

  /** A key with every permission but that of placing orders. */
  Caller newKey(Restrictions restrictions) {
    return newKey(owner, restrictions);
  }

  /** The same of an account of its own. */
  Caller newKeyOf(AccountId account) {
    return newKey(account, Restrictions.none());
  }

  private Caller newKey(AccountId account, Restrictions restrictions) {
    IssuedKey issued =
        keys.issue(
            account,
            new Description("key " + UUID.randomUUID()),
            Permission.builtIn().stream()
                .filter(permission -> permission != Permission.MODIFY_TRADES)
                .collect(Collectors.toSet()),
            restrictions,
            NOW);
    return new Caller(issued.key(), issued.secret(), "Balance", Optional.empty());
  }

  /** The key as a node that has just read it knows it. */
  KeySnapshot snapshot(Caller caller) {
    return snapshot(caller, UNLOCKING);
  }

  /** The same in a deployment with another policy of unlocking. */
  KeySnapshot snapshot(Caller caller, UnlockPolicy unlocking) {
    try {
      return snapshots(database(), unlocking, 1000)
          .read(caller.key().publicKey(), NOW)
          .orElseThrow();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Brings what waits to the log. */
  void write(Instant now) throws SQLException {
    CallLogs.write(calls, now);
  }

  @Override
  public void close() {
    transactions.close();
  }
}
