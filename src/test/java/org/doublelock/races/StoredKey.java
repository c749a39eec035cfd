package org.doublelock.races;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.doublelock.apikey.ApiKey;

/** Everything that the database holds about a key, but for what is random or the server's time. */
final class StoredKey {

  private static final String[] OF_THE_KEY = {
    "select 'key', description, description_key, case when sealed_secret = '' then 0 else 1 end,"
        + " case when sealed_previous_secret is null then 0 else 1 end, secret_since, modified_at,"
        + " disabled_at, deleted_at, version from api_key where id = ?",
    "select 'may', permission from api_key_permission where api_key_id = ? order by permission",
    "select 'calls', epoch, last_nonce, nonce_floor, failures, locked_until, last_time_step,"
        + " case when unlocked_until > 0 then 1 else 0 end from api_key_call_state"
        + " where api_key_id = ?",
    "select 'factor', method, since, version from second_factor where api_key_id = ?",
    "select 'setup', method, confirmed_at, failures, version from second_factor_enrolment"
        + " where api_key_id = ?",
    "select 'removal', due_at from second_factor_removal where api_key_id = ?",
    "select 'lease', epoch, told from api_key_lease where api_key_id = ?",
    "select 'choice', allowed, longest_minutes from api_key_unlock_choice where api_key_id = ?"
  };

  private static final String OF_ITS_ACCOUNT =
      "select 'event', kind from security_event where account_id = ? order by id";

  private StoredKey() {}

  /** A line for each row. */
  static List<String> read(DataSource database, ApiKey key) {
    try (Connection connection = database.getConnection()) {
      List<String> lines = new ArrayList<>();
      for (String query : OF_THE_KEY) {
        lines.addAll(rows(connection, query, key.id().value()));
      }
      lines.addAll(rows(connection, OF_ITS_ACCOUNT, key.owner().value()));
      return lines;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static List<String> rows(Connection connection, String query, UUID id)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        List<String> lines = new ArrayList<>();
        while (row.next()) {
          List<String> cells = new ArrayList<>();
          for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.add(row.getString(column));
          }
          lines.add(String.join(" ", cells.stream().map(String::valueOf).toList()));
        }
        return lines;
      }
    }
  }
}
