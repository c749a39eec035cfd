package org.doublelock.races;

import java.nio.file.Path;

/** Two transactions at once, on PostgreSQL. */
class KeyRacesIT extends KeyRaces {

  @Override
  RacingSite open(Path folder) {
    return RacingSite.onPostgresql(folder);
  }
}
