package org.doublelock.verification;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The decisions on the embedded database. */
class VerificationServiceTest extends Decisions {

  private static Installation memory;
  private static JdbcConnectionPool pool;

  @BeforeAll
  static void open() {
    pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:decisions;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
    pool.setMaxConnections(20);
    memory = new Installation(pool);
  }

  @AfterAll
  static void close() {
    memory.close();
    pool.dispose();
  }

  @Override
  Installation installation() {
    return memory;
  }
}
