package org.doublelock.policy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** Told owners, on PostgreSQL. */
class ToldOwnersIT extends ToldOwners {

  private EmbeddedPostgres server;

  @Override
  DataSource database() {
    try {
      server = EmbeddedPostgres.start();
      return server.getPostgresDatabase();
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }
}
