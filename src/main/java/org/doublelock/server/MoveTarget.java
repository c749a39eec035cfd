package org.doublelock.server;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.doublelock.move.Target;
import org.flywaydb.core.api.FlywayException;

/** The database that the settings name, as a move fills it. */
record MoveTarget(DataSource database) implements Target {

  @Override
  public Set<String> migrations() throws SQLException {
    try {
      return Stream.of(Migrations.of(database).info().all())
          .filter(each -> each.getState().isResolved() && each.getVersion() != null)
          .map(each -> each.getVersion().getVersion())
          .collect(Collectors.toSet());
    } catch (FlywayException failed) {
      throw cause(failed);
    }
  }

  @Override
  public void migrate() throws SQLException {
    try {
      Migrations.of(database).migrate();
    } catch (FlywayException failed) {
      throw cause(failed);
    }
  }

  /** What the database said, which Flyway puts into a text of several lines. */
  private static SQLException cause(FlywayException failed) {
    return Stream.iterate((Throwable) failed, each -> each != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst()
        .orElseGet(() -> new SQLException(failed.getMessage(), failed));
  }
}
