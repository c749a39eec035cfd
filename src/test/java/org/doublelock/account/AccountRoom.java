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
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.Authenticators;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.factor.FactorOutcome;
import org.doublelock.account.factor.PasskeyChallenge;
import org.doublelock.account.factor.Passkeys;
import org.doublelock.account.factor.RecoveryCode;
import org.doublelock.account.factor.RecoveryCodes;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.password.PasswordChange;
import org.doublelock.account.provider.EverybodysPassword;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.registration.StartingAccount;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.SessionLimits;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.GuessesInTransactions;
import org.doublelock.account.signin.KnownBrowsers;
import org.doublelock.account.signin.SignIn;
import org.doublelock.account.signin.SignInAddresses;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.edge.Networks;
import org.doublelock.mail.OutboxOn;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.vault.PasswordHash;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.QuickHashes;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;

/** The account's rules without a container, on an empty database in memory. */
public final class AccountRoom implements AutoCloseable {

  public static final String PASSWORD = "a lantern above the harbour";
  public static final PasswordHash PASSWORD_HASH = hash(PASSWORD);

  private final Transactions transactions;
  public final DataSource database;
  public final Accounts accounts;
  public final Authenticators apps;
  public final PasskeyChallenge challenge = new PasskeyChallenge();
  public final Passkeys passkeys;
  public final RecoveryCodes recovery;
  public final AccountFactors factors;
  public final KnownBrowsers browsers;
  public final SignIn signIn;
  public final GuessesInTransactions guesses;
  public final OpenSessions sessions;
  public final MailedLinks links;
  public final OutboxOn outbox;
  public final AccessRevocation access;
  public final PasswordChange passwords;
  public final StartingAccount starting;
  public final MailAddresses addresses;
  public final IdentityLinks identities;

  /**
   * @param keyset where the keyset is made
   * @param addressFailures wrong guesses that lock an address, 0 for never
   */
  public AccountRoom(Path keyset, int addressFailures) {
    this(memory(), keyset, addressFailures);
  }

  private static DataSource memory() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    return database;
  }

  /** The same on an empty database of the caller's. */
  public AccountRoom(DataSource database, Path keyset, int addressFailures) {
    this.database = database;
    transactions = new Transactions(database);
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), keyset.resolve("keyset.json")));
    PasswordHasher passwords = transactions.passwords();
    SecurityEvents events = EventsOn.recorder(transactions);
    accounts = new Accounts(transactions.entities(), passwords, events);
    apps = new Authenticators(transactions.entities(), vault, transactions.acting());
    recovery = new RecoveryCodes(transactions.entities(), events, transactions.acting());
    passkeys = new Passkeys(transactions.entities(), challenge);
    factors =
        new AccountFactors(
            transactions.entities(), apps, passkeys, recovery, events, transactions.acting());
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
    addresses =
        new MailAddresses(
            transactions.entities(),
            accounts,
            links,
            access,
            outbox,
            events,
            transactions.acting());
  }

  /** As a page does it, before it changes anything. */
  public static PasswordHash hash(String password) {
    return QuickHashes.of(password);
  }

  /** What the account's owner can read, oldest first. */
  public List<EventKind> events(AccountId account) {
    return EventsOn.kinds(transactions, account.value());
  }

  public long statements() {
    return transactions.statements();
  }

  public Transactions transactions() {
    return transactions;
  }

  public EntityManager entities() {
    return transactions.entities();
  }

  public <T> T in(Callable<T> work) {
    return transactions.in(work);
  }

  public AccountId open(String name, Instant now) {
    return in(() -> accounts.open(new UserName(name), PASSWORD_HASH, now).id());
  }

  /** Signs somebody in whose password was right just now. */
  public BearerToken signIn(AccountId account, Visitor visitor, Instant now) {
    return in(
        () ->
            sessions
                .open(accounts.find(account).orElseThrow(), visitor, Optional.empty(), now)
                .orElseThrow());
  }

  /** Does what yields nothing. */
  public void run(Runnable work) {
    in(
        () -> {
          work.run();
          return null;
        });
  }

  /** Adds an app with the code of that time. */
  public SharedSecret addApp(AccountId account, String name, Instant now) {
    BearerToken session = BearerToken.random();
    return in(
        () -> {
          apps.begin(account, new FactorName(name), Optional.empty(), session, now);
          SharedSecret secret = apps.current(account, session, now).orElseThrow().secret();
          if (!factors
              .confirmApp(account, session, code(secret, now), now)
              .outcome()
              .isConfirmed()) {
            throw new IllegalStateException("the app was not added");
          }
          return secret;
        });
  }

  /** Makes recovery codes and says that they are kept. */
  public List<RecoveryCode> keptCodes(AccountId account, Instant now) {
    return in(
        () -> {
          List<RecoveryCode> codes = recovery.renew(account, now);
          recovery.keep(account, codes);
          return codes;
        });
  }

  public boolean passwordOpens(String name, String password, Visitor from, Instant now) {
    return signIn.check(name, password, from, now).isPresent();
  }

  public FactorOutcome confirm(AccountId account, String code, Visitor from, Instant now) {
    return in(() -> signIn.confirmFactor(account, code, from, now));
  }

  public static String code(SharedSecret secret, Instant time) {
    return TotpVerifier.generate(secret, TimeStep.at(time)).read();
  }

  @Override
  public void close() {
    transactions.close();
  }
}
