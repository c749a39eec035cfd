package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.Transactions;
import org.doublelock.account.AccountsOn;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key's factor that changes while a password is hashed which was typed for it. */
class CurrentFactorTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String PASSWORD = "seven quiet otters rowing";
  private static final String ANOTHER = "four herons cross a wet field";

  @TempDir private Path folder;
  private Transactions transactions;
  private CurrentFactorOn current;
  private FactorsOn factors;
  private ApiKey key;

  @BeforeEach
  void a_key_with_a_password() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    transactions = new Transactions(database);
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    current = new CurrentFactorOn(transactions, vault);
    factors = new FactorsOn(transactions, vault, current);
    key =
        new ApiKeysOn(transactions, vault)
            .issue(
                new AccountsOn(transactions, vault).open("anna", NOW),
                new Description("a key"),
                Set.of(Permission.QUERY_FUNDS),
                Restrictions.none(),
                NOW)
            .key();
    factors.enrolPassword(key, PASSWORD, NOW);
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  @Test
  void what_was_typed_is_held_against_the_password_that_the_key_has_when_it_counts() {
    assertEquals(Confirmation.CONFIRMED, confirm(PASSWORD));
    current.meanwhile(() -> factors.enrolPassword(key, ANOTHER, LATER));
    assertEquals(Confirmation.WRONG, confirm(PASSWORD), "right when it was hashed");
    current.meanwhile(() -> factors.enrolPassword(key, PASSWORD, LATER));
    assertEquals(Confirmation.CONFIRMED, confirm(PASSWORD), "wrong when it was hashed");
  }

  @Test
  void a_password_confirms_no_app_that_came_meanwhile_and_a_code_no_password() {
    current.meanwhile(() -> factors.enrolApp(key, false, Set.of(), NOW));
    assertEquals(Confirmation.MALFORMED, confirm(PASSWORD));
    SharedSecret app = factors.enrolApp(key, false, Set.of(), NOW);
    String code = TotpVerifier.generate(app, TimeStep.at(LATER)).read();
    current.meanwhile(() -> factors.enrolPassword(key, PASSWORD, LATER));
    assertEquals(Confirmation.WRONG, confirm(code));
  }

  @Test
  void a_factor_that_is_gone_meanwhile_confirms_nothing() {
    current.meanwhile(() -> factors.remove(key.id()));
    assertEquals(Confirmation.NOTHING_TO_CONFIRM, confirm(PASSWORD));
  }

  @Test
  void a_lock_that_came_meanwhile_keeps_even_the_right_one_out() {
    current.meanwhile(
        () -> {
          for (int guess = 0; guess < 10; guess++) {
            factors.countWrong(key.id(), LATER);
          }
        });
    assertEquals(Confirmation.TOO_MANY, confirm(PASSWORD));
  }

  private Confirmation confirm(String typed) {
    return factors.confirm(key.id(), typed, LATER);
  }
}
