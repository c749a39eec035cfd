package org.doublelock.account.registration;

import java.nio.file.Path;
import org.doublelock.account.AccountRoom;
import org.doublelock.account.RoomsOnPostgresql;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same on PostgreSQL. */
class IdentityRacesIT extends IdentityRaces {

  @RegisterExtension static final RoomsOnPostgresql ROOMS = new RoomsOnPostgresql();

  @Override
  AccountRoom open(Path folder) {
    return ROOMS.open(folder);
  }
}
