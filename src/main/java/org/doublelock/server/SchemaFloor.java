package org.doublelock.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.doublelock.move.DataMove;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What a node has to know to run on a schema that may be newer than its own release.
 *
 * @param migration the lowest version that its last migration may have
 */
record SchemaFloor(MigrationVersion migration) {

  private static final MigrationVersion MEANWHILE =
      MigrationVersion.fromVersion(String.valueOf(DataMove.FLOOR_MEANWHILE));

  static SchemaFloor of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select migration from schema_floor where id = 1")) {
      row.next();
      return new SchemaFloor(MigrationVersion.fromVersion(row.getString(1)));
    } catch (SQLException unreadable) {
      throw new IllegalStateException("what the schema asks for cannot be read", unreadable);
    }
  }

  /**
   * Sees to it that no data is on its way into the database.
   *
   * @throws IllegalStateException otherwise
   */
  static void requireWhole(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        ResultSet table =
            connection
                .getMetaData()
                .getTables(null, null, "schema_floor", new String[] {"TABLE"})) {
      if (table.next()) {
        of(dataSource).requireWhole();
      }
    } catch (SQLException unreadable) {
      throw new IllegalStateException("what the schema asks for cannot be read", unreadable);
    }
  }

  private void requireWhole() {
    if (migration.equals(MEANWHILE)) {
      throw new IllegalStateException(
          "data is being moved into this database and is not all there yet: run move-data again,"
              + " until it says that everything is equal");
    }
  }

  /**
   * Sees to it that one of these, all of the schema's, is known here and as new as the floor.
   *
   * @throws IllegalStateException otherwise
   */
  void require(MigrationInfo[] migrations) {
    requireWhole();
    MigrationVersion last =
        Stream.of(migrations)
            .filter(each -> each.getState().isResolved() && each.getVersion() != null)
            .map(MigrationInfo::getVersion)
            .max(Comparator.naturalOrder())
            .orElse(MigrationVersion.EMPTY);
    if (!last.isAtLeast(migration.getVersion())) {
      throw new IllegalStateException(
          "this release is too old for the database: its schema asks for migration "
              + migration
              + ", and this release knows them up to "
              + last
              + "; start a newer one");
    }
  }
}
