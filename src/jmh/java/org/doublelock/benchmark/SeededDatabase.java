package org.doublelock.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.doublelock.otp.SharedSecret;
import org.doublelock.signing.PublicKey;
import org.doublelock.signing.SigningSecret;
import org.doublelock.vault.HashingSettings;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Fills a database that the application has made its tables in with keys, sealed as it does. */
final class SeededDatabase {

  private static final int BATCH = 10_000;
  private static final String PASSWORD = "seven quiet otters rowing";
  private static final Map<String, String> COLUMNS =
      Map.of(
          "api_key",
          "id, account_id, public_key, sealed_secret, description, description_key, nonce_window,"
              + " created_at, modified_at, version",
          "api_key_permission",
          "api_key_id, permission",
          "api_key_call_state",
          "api_key_id, epoch, last_nonce, nonce_floor, failures, locked_until, last_time_step,"
              + " last_used_at",
          "second_factor",
          "api_key_id, method, sealed_secret, password_hash, strict_codes, since,"
              + " last_confirmed_step, failures, locked_until, version");
  private static final List<String> ORDER =
      List.of("api_key", "api_key_permission", "api_key_call_state", "second_factor");

  private final SecureRandom random = new SecureRandom();
  private final SecretVault vault;
  private final UUID account = UUID.randomUUID();
  private final String passwordHash =
      new PasswordHasher(HashingSettings.usual(), () -> false).hash(PASSWORD).text();

  SeededDatabase(Path keyset) {
    this.vault = new SecretVault(new VaultSettings(Optional.empty(), keyset));
  }

  /**
   * Adds so many keys with an app and as many of them as are wanted, evenly spread, come back.
   *
   * @param wanted how many the programs are to call with
   */
  List<SeededKey> addKeysWithApp(Connection connection, int count, int wanted)
      throws SQLException, IOException {
    return add(connection, count, wanted, false);
  }

  /** Adds keys with an app that are unlocked for a day; programs call without a code. */
  List<SeededKey> addUnlockedKeys(Connection connection, int count)
      throws SQLException, IOException {
    List<SeededKey> keys = add(connection, count, count, false);
    Array added =
        connection.createArrayOf("varchar", keys.stream().map(SeededKey::publicKey).toArray());
    String these = " in (select id from api_key where public_key = any (?))";
    for (String sql :
        List.of(
            "update api_key_call_state set unlocked_until = 4102444800000 where api_key_id" + these,
            "insert into api_key_lease (api_key_id, epoch, until_millis, address, currency, told)"
                + " select id, 1, 4102444800000, '', '', false from api_key where id"
                + these,
            "insert into api_key_lease_action (api_key_id, action)"
                + " select id, 'Nothing' from api_key where id"
                + these)) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setArray(1, added);
        statement.executeUpdate();
      }
    }
    return keys.stream().map(SeededKey::withoutCode).toList();
  }

  /** Adds keys with a static password. */
  List<SeededKey> addKeysWithPassword(Connection connection, int count)
      throws SQLException, IOException {
    return add(connection, count, count, true);
  }

  private List<SeededKey> add(Connection connection, int count, int wanted, boolean password)
      throws SQLException, IOException {
    addAccount(connection);
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    List<SeededKey> chosen = new ArrayList<>();
    int every = count / wanted;
    for (int start = 0; start < count; start += BATCH) {
      Map<String, StringBuilder> lines = new TreeMap<>();
      ORDER.forEach(table -> lines.put(table, new StringBuilder()));
      for (int index = start; index < Math.min(count, start + BATCH); index++) {
        SeededKey key = write(lines, password);
        if (index % every == 0 && chosen.size() < wanted) {
          chosen.add(key);
        }
      }
      for (String table : ORDER) {
        copy.copyIn(
            "copy " + table + " (" + COLUMNS.get(table) + ") from stdin",
            new StringReader(lines.get(table).toString()));
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    }
    return chosen;
  }

  private void addAccount(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into account (id, user_name, user_name_key, password_hash, created_at, version)"
              + (" values ('" + account + "', '" + account + "', '" + account + "', '', now(), 0)")
              + " on conflict do nothing");
    }
  }

  private SeededKey write(Map<String, StringBuilder> lines, boolean password) {
    UUID id = UUID.randomUUID();
    SeededKey key =
        new SeededKey(
            PublicKey.generate(random).text(),
            SigningSecret.generate(random),
            password ? Optional.empty() : Optional.of(SharedSecret.generate(random)),
            password ? Optional.of(PASSWORD) : Optional.empty());
    line(
        lines.get("api_key"),
        id,
        account,
        key.publicKey(),
        seal(key.secret().readBytes(), "api_key.sealed_secret:" + id),
        id,
        id,
        0,
        "now",
        "now",
        0);
    line(lines.get("api_key_permission"), id, "query-funds");
    line(lines.get("api_key_call_state"), id, 1, Long.MIN_VALUE, Long.MIN_VALUE, 0, 0, 0, 0);
    line(
        lines.get("second_factor"),
        id,
        password ? "password" : "totp",
        key.app()
            .map(app -> seal(app.readBytes(), "second_factor.sealed_secret:" + id))
            .orElse("\\N"),
        password ? passwordHash : "\\N",
        "f",
        "now",
        0,
        0,
        0,
        0);
    return key;
  }

  private String seal(byte[] secret, String boundTo) {
    return Base64.getEncoder().encodeToString(vault.seal(secret, boundTo));
  }

  private static void line(StringBuilder lines, Object... values) {
    for (int index = 0; index < values.length; index++) {
      lines.append(index == 0 ? "" : "\t").append(values[index]);
    }
    lines.append('\n');
  }
}
