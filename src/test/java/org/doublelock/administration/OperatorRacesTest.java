package org.doublelock.administration;

import java.nio.file.Path;
import org.doublelock.account.AccountRoom;

/** Two transactions at once, on the embedded database. */
class OperatorRacesTest extends OperatorRaces {

  @Override
  AccountRoom open(Path folder) {
    return new AccountRoom(folder, 0);
  }
}
