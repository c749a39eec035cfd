package org.doublelock.account;

import java.nio.file.Path;

/** Two transactions at once, on the embedded database. */
class AccountRacesTest extends AccountRaces {

  @Override
  AccountRoom open(Path folder) {
    return new AccountRoom(folder, 0);
  }
}
