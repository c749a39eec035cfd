package org.doublelock.verification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.doublelock.signing.Nonce;

/** Reads whether a nonce would be fresh. The call's own statement decides; this only tells. */
@ApplicationScoped
class UsedNonces {

  private static final String FIND =
      "select count(*) from api_key_used_nonce where api_key_id = ? and nonce = ?";

  private static final String FIND_REFUSED =
      "select count(*) from api_key_refused_nonce where api_key_id = ? and nonce = ?";

  @Resource(lookup = "java:app/jdbc/doublelock")
  private DataSource database;

  protected UsedNonces() {
    // for the CDI proxy
  }

  UsedNonces(DataSource database) {
    this.database = database;
  }

  /** The same as the row would decide, for a call that shows the second factor or does not. */
  boolean isFresh(KeySnapshot key, CallState state, Nonce nonce, boolean proven, Instant now)
      throws SQLException {
    long last = state.lastNonce().toOrdered();
    long nowMillis = now.toEpochMilli();
    boolean fits =
        last >= Acceptances.lowestLast(key, nonce, proven, nowMillis)
            || last < Acceptances.lowestFirst(nonce, nowMillis);
    return fits && isFresh(key, state, nonce) && !isIn(FIND_REFUSED, key, nonce);
  }

  private boolean isFresh(KeySnapshot key, CallState state, Nonce nonce) throws SQLException {
    long window = key.restrictions().nonceWindow();
    if (window == 0) {
      return nonce.compareTo(state.lastNonce()) > 0;
    }
    return nonce.plus(window).compareTo(state.lastNonce()) >= 0
        && nonce.compareTo(state.nonceFloor()) > 0
        && !isIn(FIND, key, nonce);
  }

  private boolean isIn(String sql, KeySnapshot key, Nonce nonce) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, key.id().value());
      select.setLong(2, nonce.toOrdered());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getInt(1) > 0;
      }
    }
  }
}
