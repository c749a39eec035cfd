package org.doublelock.account;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.doublelock.Transactions;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.edge.Networks;
import org.doublelock.mail.OutboxOn;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;

/** The account's rules without a container, on an empty database in memory. */
final class AccountRoom implements AutoCloseable {

  static final String PASSWORD = "a lantern above the harbour";

  private final Transactions transactions;
  final Accounts accounts;
  final Authenticators apps;
  final RecoveryCodes recovery;
  final AccountFactors factors;
  final KnownBrowsers browsers;
  final SignIn signIn;
  final OpenSessions sessions;
  final MailedLinks links;
  final OutboxOn outbox;
  final AccessRevocation access;
  final PasswordChange passwords;
  final MailAddresses addresses;

  /**
   * @param keyset where the keyset is made
   * @param addressFailures wrong guesses that lock an address, 0 for never
   */
  AccountRoom(Path keyset, int addressFailures) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    transactions = new Transactions(database);
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), keyset.resolve("keyset.json")));
    PasswordHasher passwords = new PasswordHasher();
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
    signIn =
        new SignIn(
            transactions.entities(),
            accounts,
            factors,
            recovery,
            browsers,
            new SignInAddresses(new Networks(64), addressFailures, 15),
            passwords,
            events);
    sessions =
        new OpenSessions(
            transactions.entities(), new SessionLimits("PT30M", "PT12H"), accounts, events);
    links = new MailedLinks(transactions.entities());
    outbox = new OutboxOn(transactions, Instant.EPOCH);
    access =
        new AccessRevocation(
            transactions.entities(),
            accounts,
            sessions,
            browsers,
            links,
            apps,
            outbox,
            event -> {});
    this.passwords = new PasswordChange(accounts, access);
    addresses = new MailAddresses(transactions.entities(), accounts, links, access, outbox, events);
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
    return in(() -> accounts.open(new UserName(name), PASSWORD, now).id());
  }

  /** Signs somebody in whose password was right just now. */
  BearerToken signIn(AccountId account, Visitor visitor, Instant now) {
    return in(
        () -> sessions.open(accounts.find(account).orElseThrow(), visitor, now).orElseThrow());
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
    return in(() -> signIn.check(name, password, from, now)).isPresent();
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
