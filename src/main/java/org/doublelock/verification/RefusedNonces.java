package org.doublelock.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The nonces of calls that were refused for their second factor and lay too far ahead to be spent
 * without it. They hold up no other call, and are never accepted themselves.
 */
final class RefusedNonces {

  /** What statements that decide a call ask besides; it takes the nonce. */
  static final String NOT_REFUSED =
      " and not exists (select 1 from api_key_refused_nonce r"
          + " where r.api_key_id = api_key_call_state.api_key_id and r.nonce = ?)";

  private static final long MAX_OF_A_KEY = 1_000;

  private static final String NOTE =
      "insert into api_key_refused_nonce (api_key_id, nonce, number)"
          + " select s.api_key_id, cast(? as bigint), coalesce((select max(r.number)"
          + " from api_key_refused_nonce r where r.api_key_id = s.api_key_id), 0) + 1"
          + " from api_key_call_state s where s.api_key_id = ? and s.last_nonce < ?";

  private static final String FIND_LAST =
      "select max(number) from api_key_refused_nonce where api_key_id = ?";

  private static final String FORGET =
      "delete from api_key_refused_nonce where api_key_id = ? and number <= ?";

  private RefusedNonces() {}

  /** What became of a nonce that was to be noted. */
  enum Note {
    NOTED,
    /** Another call with it was quicker; the transaction is no longer good for anything. */
    KNOWN,
    /** There was no need: the row has spent it. */
    SPENT
  }

  /** Notes a nonce, in the transaction in which the row has just refused to spend it. */
  static Note note(Connection connection, CheckedCall call) throws SQLException {
    UUID key = call.keyId().value();
    long nonce = call.nonce().toOrdered();
    try {
      if (new Sql(NOTE, nonce, key, nonce).update(connection) == 0) {
        return Note.SPENT;
      }
    } catch (SQLException refused) {
      if (CallStates.isDuplicate(refused)) {
        return Note.KNOWN;
      }
      throw refused;
    }
    new Sql(FORGET, key, lastNumber(connection, key) - MAX_OF_A_KEY).update(connection);
    return Note.NOTED;
  }

  /** Asked for by itself: inside the deletion H2 would count again for each row. */
  private static long lastNumber(Connection connection, UUID key) throws SQLException {
    try (PreparedStatement select = new Sql(FIND_LAST, key).prepare(connection);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
