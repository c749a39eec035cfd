package org.doublelock.verification;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.IssuedKey;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.apikey.Restrictions;
import org.doublelock.apikey.SigningSecrets;
import org.doublelock.edge.Networks;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.Lease;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction;
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
final class Installation implements AutoCloseable {

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

  private final DataSource database;
  private final Transactions transactions;
  private final Transactions nodeTransactions;
  private final SecretVault vault = newVault();
  private final PasswordHasher passwords;
  private final AccountId owner;

  Installation(DataSource database) {
    this.database = database;
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
        functions(),
        new CallJournal(calls, told::add, new UnlockQuestions(leases.requests())),
        new HistoryFloor(history, "asynchronous"),
        demanded,
        new LockoutRule(10, Duration.ofMinutes(15)));
  }

  /** What a node remembers of that many keys at most: nothing yet. */
  KeySnapshots memory(long most) {
    return snapshots(watched.source(), UNLOCKING, most);
  }

  private KeySnapshots snapshots(DataSource source, UnlockPolicy unlocking, long most) {
    return new KeySnapshots(
        new StoredKeys(source, new SigningSecrets(vault), new FactorSecrets(vault), unlocking),
        new KeyStandings(source),
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

  static FunctionRegistry functions() {
    return new FunctionRegistry(
        List.of(
            new Named("Balance", 0, Permission.QUERY_FUNDS),
            new Named("Ledgers", 2, Permission.QUERY_LEDGER),
            new Named("AddOrder", 0, Permission.MODIFY_TRADES),
            new Named("Withdraw", 0, Permission.WITHDRAW_FUNDS),
            new Named("UnlockKey", 0, Permission.QUERY_FUNDS),
            new Named("LockKey", 0, Permission.QUERY_FUNDS)));
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
        functions(),
        new FactorsOn(nodeTransactions, vault),
        new HistoryFloor(history, "asynchronous"),
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

  /** The whole row that decides the key's calls. */
  State state(ApiKeyId key) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select epoch, last_nonce, nonce_floor, failures, locked_until, last_time_step,"
                    + " last_used_at from api_key_call_state where api_key_id = ?")) {
      select.setObject(1, key.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new State(
            row.getLong(1),
            Long.toUnsignedString(row.getLong(2) ^ Long.MIN_VALUE),
            row.getLong(3),
            row.getInt(4),
            Instant.ofEpochMilli(row.getLong(5)),
            row.getLong(6),
            row.getLong(7));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  DataSource database() {
    return database;
  }

  /** The key as a node that has just read it knows it. */
  KeySnapshot snapshot(Caller caller) {
    return snapshot(caller, UNLOCKING);
  }

  /** The same in a deployment with another policy of unlocking. */
  KeySnapshot snapshot(Caller caller, UnlockPolicy unlocking) {
    try {
      return snapshots(database, unlocking, 1000).read(caller.key().publicKey(), NOW).orElseThrow();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Brings what waits to the log. */
  void write(Instant now) throws SQLException {
    CallLogs.write(calls, now);
  }

  /** The owner's log of the key, oldest first: function, address, refusal, calls. */
  List<String> log(ApiKeyId key) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select function, address, refusal, calls from call_log where api_key_id = ?"
                    + " order by id")) {
      select.setObject(1, key.value());
      try (ResultSet row = select.executeQuery()) {
        List<String> entries = new ArrayList<>();
        while (row.next()) {
          entries.add(
              String.join(
                  " ", row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        }
        return entries;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The key's lease as the row has it: until when in milliseconds, what is left, and its uses. */
  LeaseRow lease(ApiKeyId key) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select unlocked_until, unlock_left, unlock_uses from api_key_call_state"
                    + " where api_key_id = ?")) {
      select.setObject(1, key.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new LeaseRow(
            row.getLong(1), row.getBigDecimal(2).stripTrailingZeros(), row.getLong(3));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  record LeaseRow(long until, java.math.BigDecimal left, long uses) {}

  /** What was told the account's holder: the kind and the detail of each event. */
  List<String> events(AccountId account) {
    return texts(
        "select kind, detail from security_event where account_id = ? order by id",
        account.value());
  }

  /** Until when the key had been unlocked, as the log has it of its last call. */
  long lateCall(ApiKeyId key) {
    String sql = "select lease_until, function from call_log where api_key_id = ? order by id desc";
    return Long.parseLong(texts(sql, key.value()).get(0).split(" ")[0]);
  }

  private List<String> texts(String sql, UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        List<String> texts = new ArrayList<>();
        while (row.next()) {
          texts.add(row.getString(1) + " " + row.getString(2));
        }
        return texts;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Lets so much of the database's time pass, as far as the key's lease is concerned. */
  void elapse(ApiKeyId key, Duration time) {
    update(
        "update api_key_call_state set unlocked_until = unlocked_until - ? where api_key_id = ?",
        time.toMillis(),
        key.value());
  }

  int usedNonces(ApiKeyId key) {
    return count("api_key_used_nonce", key);
  }

  int refusedNonces(ApiKeyId key) {
    return count("api_key_refused_nonce", key);
  }

  private int count(String table, ApiKeyId key) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select count(*) from " + table + " where api_key_id = ?")) {
      select.setObject(1, key.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        statement.setObject(index + 1, values[index]);
      }
      statement.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    nodeTransactions.close();
    transactions.close();
  }

  /** The row, with the nonce as its client writes it. */
  record State(
      long epoch,
      String lastNonce,
      long nonceFloor,
      int failures,
      Instant lockedUntil,
      long lastTimeStep,
      long lastUsedAt) {}

  private record Named(String name, int cost, Permission needed) implements PrivateFunction {

    @Override
    public AccessRule access() {
      return AccessRule.allOf(needed);
    }

    /** Of those that move something, in dollars. */
    @Override
    public Optional<Measure> measure() {
      return name.equals("Withdraw")
          ? Optional.of(Measure.ofField("amount", "USD"))
          : Optional.empty();
    }

    @Override
    public FactorNeed factorNeed() {
      return switch (name) {
        case "UnlockKey" -> FactorNeed.ALWAYS;
        case "LockKey" -> FactorNeed.NEVER;
        default -> FactorNeed.AS_CHOSEN;
      };
    }

    @Override
    public PermissionGroup group() {
      return needed.group();
    }

    @Override
    public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
      throw new UnsupportedOperationException("the verification performs nothing");
    }
  }
}
