package org.doublelock.administration;

import java.io.IOException;
import java.nio.file.Path;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.RoomsOnPostgresql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two transactions at once, on PostgreSQL. */
class OperatorRacesIT extends OperatorRaces {

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
