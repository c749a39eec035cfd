package org.doublelock.account;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.doublelock.Transactions;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.factor.Authenticators;
import org.doublelock.account.factor.FactorName;
import org.doublelock.account.factor.PasskeyChallenge;
import org.doublelock.account.factor.Passkeys;
import org.doublelock.account.factor.RecoveryCodes;
import org.doublelock.account.mailaddress.MailAddresses;
import org.doublelock.account.mailedlink.MailedLinks;
import org.doublelock.account.password.PasswordChange;
import org.doublelock.account.password.PasswordReset;
import org.doublelock.account.provider.EverybodysPassword;
import org.doublelock.account.provider.IdentityLinks;
import org.doublelock.account.provider.LocalSignIn;
import org.doublelock.account.registration.Registration;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.account.revocation.AccessRevoked;
import org.doublelock.account.session.OpenSessions;
import org.doublelock.account.session.SessionLimits;
import org.doublelock.account.session.Visitor;
import org.doublelock.account.signin.KnownBrowsers;
import org.doublelock.account.signin.SignInAddresses;
import org.doublelock.activity.EventsOn;
import org.doublelock.edge.Networks;
import org.doublelock.mail.Outbox;
import org.doublelock.mail.OutboxOn;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.vault.SecretVault;

/** Accounts without a container, for the tests of other rooms. */
public final class AccountsOn {

  private final Transactions transactions;
  private final Accounts accounts;
  private final Authenticators apps;
  private final AccountFactors factors;

  public AccountsOn(Transactions transactions, SecretVault vault) {
    this.transactions = transactions;
    this.accounts =
        new Accounts(
            transactions.entities(), transactions.passwords(), EventsOn.recorder(transactions));
    this.apps = new Authenticators(transactions.entities(), vault, transactions.acting());
    this.factors =
        new AccountFactors(
            transactions.entities(),
            apps,
            new Passkeys(transactions.entities(), new PasskeyChallenge()),
            new RecoveryCodes(
                transactions.entities(), EventsOn.recorder(transactions), transactions.acting()),
            EventsOn.recorder(transactions),
            transactions.acting());
  }

  public AccountId open(String name, Instant now) {
    return transactions.in(
        () -> accounts.open(new UserName(name), AccountRoom.PASSWORD_HASH, now).id());
  }

  public Accounts accounts() {
    return accounts;
  }

  public OpenSessions sessions() {
    return new OpenSessions(
        transactions.entities(),
        new SessionLimits("PT30M", "PT12H"),
        accounts,
        EventsOn.recorder(transactions));
  }

  /** Signs somebody in whose password was right just now. */
  public BearerToken signIn(AccountId account, Visitor visitor, Instant now) {
    return transactions.in(
        () ->
            sessions()
                .open(accounts.find(account).orElseThrow(), visitor, Optional.empty(), now)
                .orElseThrow());
  }

  /** Whose accounts they are at the identity provider. */
  public IdentityLinks identities() {
    return new IdentityLinks(
        transactions.entities(), accounts, sessions(), EventsOn.recorder(transactions));
  }

  /** Everybody may sign in with a password. */
  public LocalSignIn local() {
    return new EverybodysPassword();
  }

  /** Ending every way in, and what the other rooms do then. */
  public AccessRevocation access(Consumer<AccessRevoked> others) {
    return new AccessRevocation(
        transactions.entities(),
        accounts,
        sessions(),
        browsers(),
        identities(),
        new EverybodysPassword(),
        links(),
        apps,
        new OutboxOn(transactions, Instant.EPOCH),
        others);
  }

  /** The same, as far as it is the account's own matter. */
  public AccessRevocation access() {
    return access(event -> {});
  }

  public KnownBrowsers browsers() {
    return new KnownBrowsers(transactions.entities());
  }

  public MailedLinks links() {
    return new MailedLinks(transactions.entities());
  }

  /** The mail addresses. */
  public MailAddresses addresses() {
    return new MailAddresses(
        transactions.entities(),
        accounts,
        links(),
        access(),
        new OutboxOn(transactions, Instant.EPOCH),
        EventsOn.recorder(transactions),
        transactions.acting());
  }

  /** Opening accounts by oneself, with no bound on asking. */
  public Registration registration(Outbox outbox) {
    return new Registration(
        accounts, addresses(), links(), new SignInAddresses(new Networks(64), 0, 1), outbox);
  }

  /** Another password by mail, with no bound on asking. */
  public PasswordReset passwordReset(Outbox outbox) {
    return new PasswordReset(
        accounts,
        links(),
        new SignInAddresses(new Networks(64), 0, 1),
        access(),
        new PasswordChange(accounts, access()),
        new EverybodysPassword(),
        outbox);
  }

  public AccountFactors factors() {
    return factors;
  }

  /** Turns two-factor sign-in on. */
  public void addApp(AccountId account, Instant now) {
    BearerToken session = BearerToken.random();
    transactions.in(
        () -> {
          apps.begin(account, new FactorName("phone"), Optional.empty(), session, now);
          String code =
              TotpVerifier.generate(
                      apps.current(account, session, now).orElseThrow().secret(), TimeStep.at(now))
                  .read();
          return factors.confirmApp(account, session, code, now);
        });
  }
}
