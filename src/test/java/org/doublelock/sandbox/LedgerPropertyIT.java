package org.doublelock.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LedgerPropertyIT {

  @Test
  void the_books_balance_on_postgresql_too() throws IOException, InterruptedException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      new RandomTrading(new ExchangeOn(server.getPostgresDatabase())).run(600, 8, 4242L);
    }
  }
}
