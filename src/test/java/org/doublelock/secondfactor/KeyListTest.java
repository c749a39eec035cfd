package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.KeyList;
import org.doublelock.apikey.KeyLists;
import org.doublelock.apikey.KeySearch;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of an account with a thousand keys. */
class KeyListTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final int KEYS = 1000;
  private static final int ROWS = 10;

  private static Transactions transactions;
  private static ApiKeysOn keys;
  private static KeyLists lists;
  private static FactorsOn factors;
  private static AccountId owner;

  @BeforeAll
  static void a_thousand_keys(@TempDir Path folder) throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    transactions = new Transactions(database);
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    keys = new ApiKeysOn(transactions, vault);
    lists = new KeyLists(transactions.entities());
    factors = new FactorsOn(transactions, vault);
    owner = account(database);
    AccountId neighbour = account(database);
    for (int number = 0; number < KEYS; number++) {
      ApiKey key = issue(owner, "Robot " + number, START.plusSeconds(number));
      if (number % 100 == 0) {
        factors.enrolApp(key, false, Set.of(), START);
      }
    }
    issue(neighbour, "Robot of the neighbour", START);
  }

  @AfterAll
  static void close() {
    transactions.close();
  }

  private static AccountId account(JdbcDataSource database) throws SQLException {
    AccountId account = AccountId.random();
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into account (id, user_name, user_name_key, password_hash, created_at,"
                    + " version) values (?, ?, ?, '', current_timestamp, 0)")) {
      insert.setObject(1, account.value());
      insert.setString(2, account.toString());
      insert.setString(3, account.toString());
      insert.executeUpdate();
    }
    return account;
  }

  private static ApiKey issue(AccountId whose, String name, Instant now) {
    return keys.issue(
            whose,
            Description.parse(name).orElseThrow(),
            Set.of(Permission.WITHDRAW_FUNDS, Permission.QUERY_FUNDS),
            Restrictions.none(),
            now)
        .key();
  }

  private static KeyList list(String words, String page) {
    return transactions.in(() -> lists.page(owner, KeySearch.of(words, page), ROWS));
  }

  private static List<String> names(KeyList list) {
    return list.keys().stream().map(ApiKey::description).toList();
  }

  @Test
  void a_page_takes_the_same_few_statements_however_many_keys_there_are() {
    long before = transactions.statements();
    Map<ApiKeyId, FactorSummary> on =
        transactions.in(
            () -> {
              KeyList list = lists.page(owner, KeySearch.of("", "90"), ROWS);
              lists.lastUses(list.keys());
              return factors.summaries(list.keys().stream().map(ApiKey::id).toList());
            });
    long sent = transactions.statements() - before;
    assertTrue(sent <= 7, "count, ids, keys, permissions, addresses, last uses, factors: " + sent);
    assertEquals(1, on.size());
    assertEquals(SecondFactorMethod.TOTP, on.values().iterator().next().method());
  }

  @Test
  void those_with_a_second_factor_are_told_from_those_without() {
    assertEquals(List.of("Robot 900", "Robot 800"), names(list("on", "newest", 1)).subList(0, 2));
    assertEquals(KEYS / 100, list("on", "newest", 1).found());
    assertEquals(KEYS - KEYS / 100, list("off", "newest", 1).found());
    assertEquals("Robot 999", names(list("off", "newest", 1)).get(0));
  }

  @Test
  void a_list_can_be_sorted_by_name_and_by_last_use() {
    assertEquals(
        List.of("Robot 0", "Robot 1", "Robot 10"), names(list("", "name", 1)).subList(0, 3));
    assertEquals("Robot 999", names(list("", "last-use", 1)).get(0), "none was used: the newest");
  }

  private static KeyList list(String factor, String order, int page) {
    return transactions.in(
        () -> lists.page(owner, KeySearch.of("", "" + page, factor, order), ROWS));
  }

  @Test
  void the_newest_come_first_and_every_key_is_on_one_page() {
    assertEquals("Robot 999", names(list("", "1")).get(0));
    Set<String> seen = new HashSet<>();
    for (int page = 1; page <= KEYS / ROWS; page++) {
      seen.addAll(names(list("", String.valueOf(page))));
    }
    assertEquals(KEYS, seen.size());
  }

  @Test
  void a_page_that_is_not_there_is_the_last_one_and_an_odd_one_the_first() {
    KeyList last = list(null, "5000");
    assertEquals(KEYS / ROWS, last.page());
    assertEquals("Robot 0", names(last).get(ROWS - 1));
    for (String odd : new String[] {null, "", "0", "-1", "x", "99999999999"}) {
      assertEquals(1, list("", odd).page(), "page " + odd);
    }
  }

  @Test
  void words_find_descriptions_in_any_case_and_public_keys() {
    KeyList found = list(" rOBOT 77", "1");
    assertEquals(11, found.found());
    assertEquals(2, found.pages());
    ApiKey wanted = found.keys().get(0);
    KeyList byKey = list(wanted.publicKey().substring(4, 20), null);
    assertEquals(List.of(wanted.description()), names(byKey));
  }

  @Test
  void signs_that_mean_something_to_the_database_mean_themselves() {
    for (String words : List.of("%", "_", "!", "Robot_77", "' or 1=1 --")) {
      assertEquals(0, list(words, "1").found(), words);
    }
  }

  @Test
  void a_neighbours_keys_are_not_found() {
    assertEquals(0, list("neighbour", "1").found());
  }
}
