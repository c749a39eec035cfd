package org.doublelock.server;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations that this release carries, over a database. */
final class Migrations {

  private Migrations() {}

  static Flyway of(DataSource dataSource) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .ignoreMigrationPatterns("*:future")
        .load();
  }
}
