package org.doublelock.account;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.doublelock.Transactions;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.edge.Networks;
import org.doublelock.mail.OutboxOn;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.vault.HashingSettings;
import org.doublelock.vault.PasswordHash;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;

/** The account's rules without a container, on an empty database in memory. */
final class AccountRoom implements AutoCloseable {

  static final String PASSWORD = "a lantern above the harbour";
  static final PasswordHash PASSWORD_HASH = hash(PASSWORD);

  private final Transactions transactions;
  final DataSource database;
  final Accounts accounts;
  final Authenticators apps;
  final RecoveryCodes recovery;
  final AccountFactors factors;
  final KnownBrowsers browsers;
  final SignIn signIn;
  final GuessesInTransactions guesses;
  final OpenSessions sessions;
  final MailedLinks links;
  final OutboxOn outbox;
  final AccessRevocation access;
  final PasswordChange passwords;
  final StartingAccount starting;
  final MailAddresses addresses;
  final IdentityLinks identities;

  /**
   * @param keyset where the keyset is made
   * @param addressFailures wrong guesses that lock an address, 0 for never
   */
  AccountRoom(Path keyset, int addressFailures) {
    this(memory(), keyset, addressFailures);
  }

  private static DataSource memory() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    return database;
  }

  /** The same on an empty database of the caller's. */
  AccountRoom(DataSource database, Path keyset, int addressFailures) {
    this.database = database;
    transactions = new Transactions(database);
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), keyset.resolve("keyset.json")));
    PasswordHasher passwords = transactions.passwords();
    SecurityEvents events = EventsOn.recorder(transactions);
    accounts = new Accounts(transactions.entities(), passwords, events);
    apps = new Authenticators(transactions.entities(), vault);
    recovery = new RecoveryCodes(transactions.entities(), events);
    factors =
        new AccountFactors(
            transactions.entities(),
            apps,
            new Passkeys(transactions.entities(), new PasskeyChallenge()),
            recovery,
            events);
    browsers = new KnownBrowsers(transactions.entities());
    SignInAddresses networks = new SignInAddresses(new Networks(64), addressFailures, 15);
    guesses =
        new GuessesInTransactions(transactions, accounts, factors, browsers, networks, events);
    signIn =
        new SignIn(
            transactions.entities(),
            new AccountsInTransactions(transactions, passwords, events),
            guesses,
            factors,
            recovery,
            browsers,
            networks,
            passwords,
            events);
    sessions =
        new OpenSessions(
            transactions.entities(), new SessionLimits("PT30M", "PT12H"), accounts, events);
    links = new MailedLinks(transactions.entities());
    identities = new IdentityLinks(transactions.entities(), accounts, sessions, events);
    outbox = new OutboxOn(transactions, Instant.EPOCH);
    access =
        new AccessRevocation(
            transactions.entities(),
            accounts,
            sessions,
            browsers,
            identities,
            new EverybodysPassword(),
            links,
            apps,
            outbox,
            event -> {});
    this.passwords = new PasswordChange(accounts, access);
    starting =
        new StartingAccount(
            new AccountsInTransactions(transactions, passwords, events),
            new PasswordChange(accounts, access) {
              @Override
              public void byReset(AccountId account, PasswordHash password) {
                run(() -> super.byReset(account, password));
              }
            },
            passwords);
    addresses = new MailAddresses(transactions.entities(), accounts, links, access, outbox, events);
  }

  /** As a page does it, before it changes anything. */
  static PasswordHash hash(String password) {
    return new PasswordHasher(HashingSettings.usual(), () -> false).hash(password);
  }

  /** What the account's owner can read, oldest first. */
  List<EventKind> events(AccountId account) {
    return EventsOn.kinds(transactions, account.value());
  }

  long statements() {
    return transactions.statements();
  }

  Transactions transactions() {
    return transactions;
  }

  EntityManager entities() {
    return transactions.entities();
  }

  <T> T in(Callable<T> work) {
    return transactions.in(work);
  }

  AccountId open(String name, Instant now) {
    return in(() -> accounts.open(new UserName(name), PASSWORD_HASH, now).id());
  }

  /** Signs somebody in whose password was right just now. */
  BearerToken signIn(AccountId account, Visitor visitor, Instant now) {
    return in(
        () ->
            sessions
                .open(accounts.find(account).orElseThrow(), visitor, Optional.empty(), now)
                .orElseThrow());
  }

  /** Does what yields nothing. */
  void run(Runnable work) {
    in(
        () -> {
          work.run();
          return null;
        });
  }

  /** Adds an app with the code of that time. */
  SharedSecret addApp(AccountId account, String name, Instant now) {
    BearerToken session = BearerToken.random();
    return in(
        () -> {
          apps.begin(account, new FactorName(name), Optional.empty(), session, now);
          SharedSecret secret = apps.current(account, session, now).orElseThrow().secret();
          if (!factors.confirmApp(account, session, code(secret, now), now).isConfirmed()) {
            throw new IllegalStateException("the app was not added");
          }
          return secret;
        });
  }

  /** Makes recovery codes and says that they are kept. */
  List<RecoveryCode> keptCodes(AccountId account, Instant now) {
    return in(
        () -> {
          List<RecoveryCode> codes = recovery.renew(account, now);
          recovery.keep(account, codes);
          return codes;
        });
  }

  boolean passwordOpens(String name, String password, Visitor from, Instant now) {
    return signIn.check(name, password, from, now).isPresent();
  }

  FactorOutcome confirm(AccountId account, String code, Visitor from, Instant now) {
    return in(() -> signIn.confirmFactor(account, code, from, now));
  }

  static String code(SharedSecret secret, Instant time) {
    return TotpVerifier.generate(secret, TimeStep.at(time)).read();
  }

  @Override
  public void close() {
    transactions.close();
  }
}
