package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.doublelock.otp.SharedSecret;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Two nodes, with caches of their own, on one database that all tests of a run share. */
abstract class TwoNodes {

  /** Well after the enrolment, so that its code is no longer in the way. */
  static final Instant LATER = NOW.plus(Duration.ofHours(1));

  private static Installation memory;
  private static Installation postgresql;

  Installation site;
  VerificationService a;
  VerificationService b;

  abstract Installation installation();

  @BeforeEach
  void start_two_nodes() {
    site = installation();
    a = site.node();
    b = site.node();
  }

  static synchronized Installation memory() {
    if (memory == null) {
      JdbcConnectionPool pool =
          JdbcConnectionPool.create(
              "jdbc:h2:mem:decisions;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
      pool.setMaxConnections(20);
      memory = new Installation(pool);
    }
    return memory;
  }

  static synchronized Installation postgresql() {
    if (postgresql == null) {
      try {
        PGConnectionPoolDataSource server = new PGConnectionPoolDataSource();
        server.setUrl(EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres"));
        JdbcConnectionPool pool = JdbcConnectionPool.create(server);
        pool.setMaxConnections(20);
        postgresql = new Installation(pool);
      } catch (IOException unavailable) {
        throw new UncheckedIOException(unavailable);
      }
    }
    return postgresql;
  }

  static void accepted(VerificationService node, SignedCall call, Instant now) {
    assertInstanceOf(Verdict.Accepted.class, node.verify(call, now));
  }

  static void refused(Refusal expected, VerificationService node, SignedCall call, Instant now) {
    assertEquals(new Verdict.Refused(expected), node.verify(call, now));
  }

  void failTimes(int times, Caller caller, SharedSecret app, long firstNonce) {
    failTimes(times, caller, app, firstNonce, LATER);
  }

  void failTimes(int times, Caller caller, SharedSecret app, long firstNonce, Instant now) {
    String wrong = Caller.wrongCode(app, now);
    for (int index = 0; index < times; index++) {
      refused(
          Refusal.OTP_WRONG, index % 2 == 0 ? a : b, caller.call(firstNonce + index, wrong), now);
    }
  }
}
