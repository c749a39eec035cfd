package org.doublelock.administration;

import java.nio.file.Path;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.RoomsOnPostgresql;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two transactions at once, on PostgreSQL. */
class OperatorRacesIT extends OperatorRaces {

  @RegisterExtension static final RoomsOnPostgresql ROOMS = new RoomsOnPostgresql();

  @Override
  AccountRoom open(Path folder) {
    return ROOMS.open(folder);
  }
}
