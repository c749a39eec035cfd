package org.doublelock.move;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The embedded database's file, opened for reading alone: it stays as it is, byte for byte, and no
 * application can be started on it meanwhile.
 */
final class EmbeddedFile implements AutoCloseable {

  /** What an installation has from its first migration on, whichever release made it. */
  private static final String BIRTH = "select min(\"installed_on\") from \"flyway_schema_history\"";

  private static final String VERSIONS =
      "select \"version\" from \"flyway_schema_history\""
          + " where \"success\" and \"version\" is not null";
  private static final String HISTORY = "select mark_millis from database_history where id = 1";

  private static final String STANDARD_USER = "doublelock";

  private final Connection connection;
  private final Path file;

  private EmbeddedFile(Connection connection, Path file) {
    this.connection = connection;
    this.file = file;
  }

  /**
   * Opens it.
   *
   * @param file whose name ends in {@code .mv.db}
   * @param user whom it was made with, unless without any setting
   * @throws MoveFailure when there is none, an application uses it, or it cannot be opened
   */
  static EmbeddedFile open(Path file, String user, String password) throws MoveFailure {
    if (!Files.isRegularFile(file)) {
      throw new MoveFailure("launch.move.no-source", file);
    }
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(
        "jdbc:h2:file:"
            + file.toString().replaceFirst("\\.mv\\.db$", "")
            + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE");
    try {
      return new EmbeddedFile(connect(h2, user, password), file);
    } catch (SQLException refused) {
      throw refused.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
          ? new MoveFailure("launch.move.in-use", file)
          : new MoveFailure("launch.move.unreadable", file, MoveFailure.reason(refused));
    }
  }

  private static Connection connect(JdbcDataSource h2, String user, String password)
      throws SQLException {
    try {
      return h2.getConnection(STANDARD_USER, "");
    } catch (SQLException refused) {
      if (refused.getErrorCode() != ErrorCode.WRONG_USER_OR_PASSWORD) {
        throw refused;
      }
      return h2.getConnection(user, password);
    }
  }

  Connection connection() {
    return connection;
  }

  /**
   * Sees to it that its schema is this release's.
   *
   * @param known the versions of all migrations of this release
   * @throws MoveFailure when it lacks one of them, or has seen others
   */
  void requireSchema(Set<String> known) throws SQLException, MoveFailure {
    Set<String> seen = new TreeSet<>();
    if (hasTable("flyway_schema_history")) {
      try (PreparedStatement select = connection.prepareStatement(VERSIONS);
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          seen.add(rows.getString(1));
        }
      }
    }
    if (!seen.containsAll(known)) {
      throw new MoveFailure("launch.move.older", file);
    }
    if (!known.containsAll(seen)) {
      throw new MoveFailure("launch.move.newer", file);
    }
  }

  private boolean hasTable(String name) throws SQLException {
    try (ResultSet rows = connection.getMetaData().getTables(null, "PUBLIC", name, null)) {
      return rows.next();
    }
  }

  /** The same for this installation alone, and for as long as it lives. */
  String installation() throws SQLException {
    return one(BIRTH);
  }

  /** Goes up whenever an application runs on it. */
  long mark() throws SQLException {
    return Long.parseLong(one(HISTORY));
  }

  private String one(String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  /** The application's own settings, which the file has, would keep it open without connections. */
  @Override
  public void close() throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown");
    }
  }
}
