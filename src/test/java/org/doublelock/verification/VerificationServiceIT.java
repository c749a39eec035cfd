package org.doublelock.verification;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same decisions on PostgreSQL. */
class VerificationServiceIT extends Decisions {

  private static EmbeddedPostgres server;
  private static Installation installation;

  @BeforeAll
  static void open() throws IOException {
    server = EmbeddedPostgres.start();
    installation = new Installation(server.getPostgresDatabase());
  }

  @AfterAll
  static void close() throws IOException {
    installation.close();
    server.close();
  }

  @Override
  Installation installation() {
    return installation;
  }
}
