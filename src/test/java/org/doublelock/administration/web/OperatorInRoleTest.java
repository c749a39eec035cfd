package org.doublelock.administration.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountsOn;
import org.doublelock.account.BearerToken;
import org.doublelock.account.Operators;
import org.doublelock.account.UserName;
import org.doublelock.account.provider.ProvidedSession;
import org.doublelock.account.provider.ProviderPerson;
import org.doublelock.account.session.Provided;
import org.doublelock.account.session.SignedIn;
import org.doublelock.account.session.SignedIn.Confirmed;
import org.doublelock.administration.web.OperatorInRole.Role;
import org.doublelock.identity.Identity;
import org.doublelock.identity.ProviderSettings;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is an operator: by the configuration, or by what the identity provider said lately. */
class OperatorInRoleTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private Transactions transactions;
  private AccountsOn accounts;
  private AccountId anna;
  private boolean providerIsOn = true;
  private final SignedIn person = new SignedIn();
  private final ProvidedSession provided = new ProvidedSession();

  @BeforeEach
  void anna_is_signed_in() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    transactions = new Transactions(database);
    accounts =
        new AccountsOn(
            transactions,
            new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json"))));
    anna = accounts.open("anna", NOW);
    person.enter(
        transactions.in(() -> accounts.accounts().find(anna)).orElseThrow(),
        BearerToken.random(),
        Confirmed.PASSWORD,
        NOW);
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  @Test
  void everybody_else_is_none() {
    assertEquals(Role.NONE, role("bert", NOW));
    says("1", false);
    assertEquals(Role.NONE, role("bert", NOW));
  }

  @Test
  void whom_the_configuration_names_is_one() {
    assertEquals(Role.NAMED, role("anna", NOW));
  }

  @Test
  void what_the_provider_says_holds_for_an_hour() {
    says("1", true);
    assertEquals(Role.BY_PROVIDER, role("bert", NOW.plus(HOUR).minusSeconds(1)));
    assertEquals(Role.OVER, role("bert", NOW.plus(HOUR)));
    assertEquals(Role.NAMED, role("anna", NOW.plus(HOUR)));
  }

  @Test
  void what_it_said_of_somebody_else_or_before_it_was_switched_off_holds_for_nobody() {
    says("1", true);
    provided.keep(said("2", true));
    assertEquals(Role.NONE, role("bert", NOW));
    provided.keep(said("1", true));
    providerIsOn = false;
    assertEquals(Role.NONE, role("bert", NOW));
  }

  @Test
  void an_operator_by_the_provider_opens_no_account_that_the_configuration_names() {
    says("1", true);
    assertFalse(mayOpen("bert", "Bert"));
    assertTrue(mayOpen("bert", "dirk"));
    assertTrue(mayOpen("anna,bert", "bert"));
  }

  private Role role(String named, Instant now) {
    return transactions.in(() -> operator(named, now).role());
  }

  private boolean mayOpen(String named, String name) {
    return transactions.in(() -> operator(named, NOW).mayOpen(new UserName(name)));
  }

  private OperatorInRole operator(String named, Instant now) {
    ProviderSettings settings =
        new ProviderSettings() {
          @Override
          public boolean isOn() {
            return providerIsOn;
          }
        };
    return new OperatorInRole(
        new Operators(Optional.of(named)),
        accounts.accounts(),
        person,
        provided,
        accounts.identities(),
        settings,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  /** Links the account, and says that of its person. */
  private void says(String subject, boolean operator) {
    ProviderPerson who = new ProviderPerson("https://id.example.com", subject, "anna");
    transactions.in(
        () -> {
          accounts.identities().add(anna, who, true, NOW);
          return null;
        });
    provided.keep(said(subject, operator));
  }

  private static Provided said(String subject, boolean operator) {
    return Provided.of(
        new Identity(
            "https://id.example.com",
            subject,
            Optional.empty(),
            Optional.of("anna"),
            Optional.empty(),
            operator,
            NOW,
            Optional.of(NOW),
            true,
            "token"));
  }
}
