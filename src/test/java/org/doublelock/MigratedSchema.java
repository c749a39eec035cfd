package org.doublelock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The schema as the migrations leave it. A new database in memory gets it as one script, made from
 * the first one that was migrated, which takes a fraction of the time.
 */
public final class MigratedSchema {

  private static String script;

  private MigratedSchema() {}

  public static void on(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (isNewInMemory(connection, statement)) {
        statement.execute(script());
        return;
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
    migrate(database);
  }

  /** Whether it is one in memory, which would stay until the tests are over. */
  static boolean isInMemory(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return isInMemory(connection);
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  /** Ends a database in memory. */
  public static void drop(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown immediately");
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  private static boolean isInMemory(Connection connection) throws SQLException {
    return connection.getMetaData().getURL().startsWith("jdbc:h2:mem:");
  }

  private static boolean isNewInMemory(Connection connection, Statement statement)
      throws SQLException {
    if (!isInMemory(connection)) {
      return false;
    }
    try (ResultSet tables =
        statement.executeQuery(
            "select count(*) from information_schema.tables where table_schema = 'PUBLIC'")) {
      tables.next();
      return tables.getInt(1) == 0;
    }
  }

  private static synchronized String script() throws SQLException {
    if (script == null) {
      JdbcDataSource first = new JdbcDataSource();
      first.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
      migrate(first);
      StringJoiner lines = new StringJoiner("\n");
      try (Connection connection = first.getConnection();
          Statement statement = connection.createStatement();
          ResultSet written = statement.executeQuery("script nopasswords nosettings")) {
        while (written.next()) {
          lines.add(written.getString(1));
        }
      }
      script = lines.toString();
    }
    return script;
  }

  private static void migrate(DataSource database) {
    Flyway.configure().dataSource(database).load().migrate();
  }
}
