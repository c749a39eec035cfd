package org.doublelock.verification;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.ApiKeyId;

/** What a database holds of keys and their accounts, read and changed beside the application. */
abstract class KeyRows {

  private final DataSource database;

  KeyRows(DataSource database) {
    this.database = database;
  }

  DataSource database() {
    return database;
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

  /** The row, with the nonce as its client writes it. */
  record State(
      long epoch,
      String lastNonce,
      long nonceFloor,
      int failures,
      Instant lockedUntil,
      long lastTimeStep,
      long lastUsedAt) {}

  record LeaseRow(long until, BigDecimal left, long uses) {}
}
