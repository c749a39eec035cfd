package org.doublelock.account.registration;

import java.nio.file.Path;
import org.doublelock.account.AccountRoom;

/** Sign-ins at the provider and what overtakes them, on the embedded database. */
class IdentityRacesTest extends IdentityRaces {

  @Override
  AccountRoom open(Path folder) {
    return new AccountRoom(folder, 0);
  }
}
