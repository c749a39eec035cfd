package org.doublelock.account;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two transactions at once, on PostgreSQL. */
class AccountRacesIT extends AccountRaces {

  private static RoomsOnPostgresql rooms;

  @BeforeAll
  static void startServer() throws IOException {
    rooms = new RoomsOnPostgresql();
  }

  @AfterAll
  static void stopServer() throws IOException {
    rooms.close();
  }

  @Override
  AccountRoom open(Path folder) {
    return rooms.open(folder);
  }
}
