package org.doublelock.verification;

import static org.doublelock.verification.TwoNodes.LATER;
import static org.doublelock.verification.TwoNodes.accepted;
import static org.doublelock.verification.TwoNodes.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.doublelock.history.DatabaseHistory;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** A connection that turns out to lead to a promoted standby while calls wait for one. */
class FailoverUnderWayTest {

  private static final long MILLIS = LATER.toEpochMilli();

  @Test
  void a_call_that_was_found_fresh_before_it_was_met_is_not_accepted_and_not_good_later()
      throws Exception {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:mem:failover;DB_CLOSE_DELAY=-1", "sa", "");
    try (Installation site = new Installation(pool)) {
      Caller caller = site.newKey();
      VerificationService node = site.node();
      accepted(node, caller.call(MILLIS), LATER);
      site.watched.onConnection(() -> fork(site.history));
      refused(Refusal.NONCE_BEFORE_FAILOVER, node, caller.call(MILLIS + 1), LATER);
      refused(Refusal.NONCE_BEFORE_FAILOVER, node, caller.call(MILLIS + 2), LATER);
      assertEquals(Long.toString(MILLIS + 2), site.state(caller.id()).lastNonce());
    }
  }

  @Test
  void a_test_of_a_key_tells_what_its_call_would_be_told_after_it() {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:mem:tested;DB_CLOSE_DELAY=-1", "sa", "");
    try (Installation site = new Installation(pool)) {
      Caller caller = site.newKey();
      site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
      fork(site.history);
      SignedCall call = caller.call(MILLIS); // without a code
      assertEquals(
          Optional.of(Refusal.NONCE_BEFORE_FAILOVER.wireError()),
          site.dryRun(15).test(caller.key(), call, LATER).answer());
      refused(Refusal.NONCE_BEFORE_FAILOVER, site.node(), call, LATER);
    }
  }

  private static void fork(DatabaseHistory history) {
    try (Connection standby = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = standby.createStatement()) {
      statement.execute(
          "create table database_history (id integer, identity varchar(200), mark_millis bigint,"
              + " forked_at_millis bigint)");
      statement.execute("insert into database_history values (1, 'before', 0, 0)");
      history.meet(standby);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
