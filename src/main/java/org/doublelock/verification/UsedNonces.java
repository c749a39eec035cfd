package org.doublelock.verification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.doublelock.signing.Nonce;

/** Reads whether a nonce would be fresh. The call's own statement decides; this only tells. */
@ApplicationScoped
class UsedNonces {

  private static final String FIND =
      "select count(*) from api_key_used_nonce where api_key_id = ? and nonce = ?";

  @Resource(lookup = "java:app/jdbc/doublelock")
  private DataSource database;

  protected UsedNonces() {
    // for the CDI proxy
  }

  UsedNonces(DataSource database) {
    this.database = database;
  }

  boolean isFresh(KeySnapshot key, CallState state, Nonce nonce) throws SQLException {
    long window = key.restrictions().nonceWindow();
    if (window == 0) {
      return nonce.compareTo(state.lastNonce()) > 0;
    }
    return nonce.plus(window).compareTo(state.lastNonce()) >= 0
        && nonce.compareTo(state.nonceFloor()) > 0
        && !isUsed(key, nonce);
  }

  private boolean isUsed(KeySnapshot key, Nonce nonce) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setObject(1, key.id().value());
      select.setLong(2, nonce.toOrdered());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getInt(1) > 0;
      }
    }
  }
}
