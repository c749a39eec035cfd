package org.doublelock.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Keys that a start has read, on PostgreSQL. */
class WarmedKeysIT extends WarmedKeys {

  @Override
  Installation installation() {
    return postgresql();
  }

  @Test
  void are_done_without_where_somebody_else_holds_the_log() throws SQLException {
    Caller used = usedCaller();
    try (Connection holder = site.database().getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table call_log in access exclusive mode");
      assertDoneWithout(used, site.database());
      holder.rollback();
    }
  }
}
