package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  private static final String FIND_REFUSED =
      "select count(*) from api_key_refused_nonce where api_key_id = ? and nonce = ?";

  @Inject private DataSource database;

  protected UsedNonces() {
    // for the CDI proxy
  }

  UsedNonces(DataSource database) {
    this.database = database;
  }

  /** The same as the row would decide, for a call that shows the second factor or does not. */
  boolean isFresh(Acceptance asked, CallState state) throws SQLException {
    return asked.fitsBeside(state.lastNonce().toOrdered())
        && isFresh(asked.call(), state)
        && !isIn(FIND_REFUSED, asked.call());
  }

  private boolean isFresh(CheckedCall call, CallState state) throws SQLException {
    Nonce nonce = call.nonce();
    long window = call.key().restrictions().nonceWindow();
    if (window == 0) {
      return nonce.compareTo(state.lastNonce()) > 0;
    }
    return nonce.plus(window).compareTo(state.lastNonce()) >= 0
        && nonce.compareTo(state.nonceFloor()) > 0
        && !isIn(FIND, call);
  }

  private boolean isIn(String sql, CheckedCall call) throws SQLException {
    Sql find = new Sql(sql, call.keyId().value(), call.nonce().toOrdered());
    try (Connection connection = database.getConnection();
        PreparedStatement select = find.prepare(connection);
        ResultSet row = select.executeQuery()) {
      return row.next() && row.getInt(1) > 0;
    }
  }
}
