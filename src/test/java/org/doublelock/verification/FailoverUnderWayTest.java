package org.doublelock.verification;

import static org.doublelock.verification.TwoNodes.LATER;
import static org.doublelock.verification.TwoNodes.accepted;
import static org.doublelock.verification.TwoNodes.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.doublelock.history.Promotion;
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
      site.watched.onConnection(() -> Promotion.seenBy(site.history));
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
      Promotion.seenBy(site.history);
      SignedCall call = caller.call(MILLIS); // without a code
      assertEquals(
          Optional.of(Refusal.NONCE_BEFORE_FAILOVER.wireError()),
          site.dryRun(15).test(caller.key(), call, LATER).answer());
      refused(Refusal.NONCE_BEFORE_FAILOVER, site.node(), call, LATER);
    }
  }

  @Test
  void what_a_node_remembers_of_a_key_is_not_good_at_the_same_epoch_of_another_history()
      throws Exception {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:mem:remembered;DB_CLOSE_DELAY=-1", "sa", "");
    try (Installation site = new Installation(pool)) {
      Caller caller = site.newKey();
      VerificationService node = site.node();
      accepted(node, caller.call(MILLIS), LATER); // remembered without a factor
      enrolAtTheSameEpoch(site, caller);
      Promotion.seenBy(site.history);
      Instant later = site.history.forkedAt().orElseThrow().plusSeconds(10);
      refused(Refusal.OTP_MISSING, node, caller.call(later.toEpochMilli()), later);
    }
  }

  @Test
  void nor_is_it_where_the_call_itself_is_the_first_to_meet_that_history() throws Exception {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:mem:meeting;DB_CLOSE_DELAY=-1", "sa", "");
    try (Installation site = new Installation(pool)) {
      Caller caller = site.newKey();
      VerificationService node = site.node();
      accepted(node, caller.call(MILLIS), LATER);
      enrolAtTheSameEpoch(site, caller);
      site.watched.onConnection(() -> Promotion.seenBy(site.history));
      Instant now = Instant.now();
      long ahead = now.plusSeconds(40).toEpochMilli(); // later than the fork, whenever that is
      refused(Refusal.NONCE_BEFORE_FAILOVER, node, caller.call(ahead), now);
    }
  }

  /** As a backup has it that was made at that epoch, after which another change came. */
  private static void enrolAtTheSameEpoch(Installation site, Caller caller) {
    long epoch = site.state(caller.id()).epoch();
    site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
    site.update(
        "update api_key_call_state set epoch = ? where api_key_id = ?", epoch, caller.id().value());
  }
}
