package org.doublelock.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResealingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final int MORE_THAN_TWO_BATCHES = 450;

  @TempDir private Path folder;
  private final JdbcDataSource database = new JdbcDataSource();
  private VaultSettings settings;
  private SecretVault vault;
  private Resealing resealing;

  @BeforeEach
  void open() throws SQLException {
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
    execute("set referential_integrity false");
    settings = new VaultSettings(Optional.empty(), folder.resolve("keyset.json"));
    vault = new SecretVault(settings);
    resealing = new Resealing(database, vault);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static byte[] secretOf(UUID id) {
    return id.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void addFactors(int count) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into second_factor (api_key_id, method, sealed_secret, strict_codes, since,"
                    + " last_confirmed_step, failures, locked_until, version)"
                    + " values (?, 'totp', ?, false, now(), 0, 0, 0, 0)")) {
      for (int row = 0; row < count; row++) {
        UUID id = UUID.randomUUID();
        insert.setObject(1, id);
        insert.setString(
            2,
            Base64.getEncoder()
                .encodeToString(vault.seal(secretOf(id), "second_factor.sealed_secret:" + id)));
        insert.executeUpdate();
      }
    }
  }

  private void rotate() {
    new KeysetRotation(settings).rotate();
    vault.reload();
  }

  @Test
  void seals_everything_anew_and_changes_no_secret() throws SQLException {
    addFactors(MORE_THAN_TWO_BATCHES);
    assertEquals(0, resealing.left());
    rotate();
    assertEquals(MORE_THAN_TWO_BATCHES, resealing.left());
    assertEquals(MORE_THAN_TWO_BATCHES, resealing.run());
    assertEquals(0, resealing.left());
    assertEquals(0, resealing.run());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select api_key_id, sealed_secret from second_factor")) {
      while (rows.next()) {
        UUID id = rows.getObject(1, UUID.class);
        byte[] sealed = Base64.getDecoder().decode(rows.getString(2));
        assertTrue(vault.sealedWithPrimary(sealed));
        assertArrayEquals(secretOf(id), vault.open(sealed, "second_factor.sealed_secret:" + id));
      }
    }
  }

  @Test
  void goes_on_where_it_was_interrupted() throws SQLException {
    addFactors(3);
    rotate();
    addFactors(4); // sealed with the new key already, as those of an earlier run are
    assertEquals(3, resealing.left());
    assertEquals(3, resealing.run());
    assertEquals(0, resealing.left());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(select max(sealed_secret) from second_factor)", "'not base64!'"})
  void a_secret_that_does_not_open_stops_no_other_and_stays_among_those_left(String broken)
      throws SQLException {
    resealing.requireEveryKey(NOW);
    addFactors(MORE_THAN_TWO_BATCHES);
    execute(
        "update second_factor set sealed_secret = "
            + broken
            + " where api_key_id = (select min(api_key_id) from second_factor where sealed_secret"
            + " <> (select max(sealed_secret) from second_factor))");
    rotate();
    resealing.requireEveryKey(NOW);
    assertEquals(MORE_THAN_TWO_BATCHES - 1, resealing.run());
    assertEquals(1, resealing.left());
    assertEquals(0, resealing.run());
    assertEquals(1, resealing.left(), "it is not hidden");
    assertEquals(2, keysInUse().size(), "the older one may open it after all");
  }

  @Test
  void a_deleted_key_is_passed_over_and_older_keys_are_forgotten() throws SQLException {
    resealing.requireEveryKey(NOW);
    addDeletedKey();
    addFactors(2);
    rotate();
    resealing.requireEveryKey(NOW);
    assertEquals(2, resealing.left());
    assertEquals(2, resealing.run());
    assertEquals(0, resealing.left());
    assertEquals(0, resealing.run());
    assertEquals(List.of(vault.primaryKey()), keysInUse());
  }

  private void addDeletedKey() throws SQLException {
    execute(
        "insert into api_key (id, account_id, public_key, sealed_secret, description, nonce_window,"
            + " created_at, modified_at, deleted_at, version)"
            + " values (random_uuid(), random_uuid(), 'key', '', 'bot', 0, now(), now(), now(), 0)");
  }

  private List<Long> keysInUse() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select key_id from sealing_key")) {
      List<Long> keys = new ArrayList<>();
      while (rows.next()) {
        keys.add(rows.getLong(1));
      }
      return keys;
    }
  }

  @Test
  void a_keyset_that_is_older_than_the_database_is_refused() throws SQLException {
    resealing.requireEveryKey(NOW);
    VaultSettings older =
        new VaultSettings(
            Optional.of(new KeysetFile(settings.keysetFile()).open().writeJson()),
            settings.keysetFile());
    rotate();
    resealing.requireEveryKey(NOW);
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class,
            () -> new Resealing(database, new SecretVault(older)).requireEveryKey(NOW));
    assertTrue(refusal.getMessage().contains("doublelock.vault.keyset"), refusal.getMessage());
  }

  @Test
  void another_installations_keyset_is_refused() throws SQLException {
    resealing.requireEveryKey(NOW);
    VaultSettings other = new VaultSettings(Optional.empty(), folder.resolve("other.json"));
    assertThrows(
        IllegalStateException.class,
        () -> new Resealing(database, new SecretVault(other)).requireEveryKey(NOW));
  }

  @Test
  void once_nothing_needs_them_older_keys_may_go() throws SQLException {
    resealing.requireEveryKey(NOW);
    addFactors(1);
    rotate();
    resealing.requireEveryKey(NOW);
    resealing.run();
    resealing.run();
    assertEquals(List.of(vault.primaryKey()), keysInUse());
  }

  @Test
  void knows_every_sealed_column_that_there_is() throws SQLException {
    Set<String> there = new TreeSet<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select lower(table_name), lower(column_name) from information_schema.columns"
                    + " where lower(column_name) like 'sealed%'")) {
      while (rows.next()) {
        there.add(rows.getString(1) + "." + rows.getString(2));
      }
    }
    assertEquals(
        there,
        SealedColumn.ALL.stream()
            .map(column -> column.table() + "." + column.column())
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
