package org.doublelock.account;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two transactions at once, on PostgreSQL. */
class AccountRacesIT extends AccountRaces {

  @RegisterExtension static final RoomsOnPostgresql ROOMS = new RoomsOnPostgresql();

  @Override
  AccountRoom open(Path folder) {
    return ROOMS.open(folder);
  }
}
