package org.doublelock.races;

import java.nio.file.Path;

/** Two transactions at once, on the embedded database. */
class KeyRacesTest extends KeyRaces {

  @Override
  RacingSite open(Path folder) {
    return RacingSite.onH2(folder);
  }
}
