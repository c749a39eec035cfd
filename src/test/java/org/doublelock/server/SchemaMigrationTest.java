package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.doublelock.move.DataMove;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that a release older than its schema is started on. */
class SchemaMigrationTest {

  @TempDir private Path later;
  private DataSource database;

  @BeforeEach
  void migrate() {
    JdbcDataSource memory = new JdbcDataSource();
    memory.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    database = memory;
    SchemaMigration.migrate(database);
  }

  @Test
  void what_only_adds_is_left_alone() throws Exception {
    migrateFurther("alter table api_key add column later varchar(10)");
    assertDoesNotThrow(() -> SchemaMigration.migrate(database));
    execute("select later from api_key");
  }

  @Test
  void what_takes_away_is_refused_and_the_reason_said() throws Exception {
    migrateFurther(
        "alter table api_key drop column description;"
            + "update schema_floor set migration = 9000 where id = 1");
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> SchemaMigration.migrate(database));
    assertTrue(refused.getMessage().contains("too old for the database"), refused.getMessage());
    assertTrue(refused.getMessage().contains("migration 9000"), refused.getMessage());
  }

  @Test
  void what_a_move_has_not_filled_yet_is_refused_and_the_reason_said() throws Exception {
    execute("update schema_floor set migration = " + DataMove.FLOOR_MEANWHILE);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> SchemaMigration.migrate(database));
    assertTrue(refused.getMessage().contains("run move-data again"), refused.getMessage());
  }

  @Test
  void what_was_changed_afterwards_in_a_known_migration_is_refused() throws Exception {
    execute("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'");
    assertThrows(RuntimeException.class, () -> SchemaMigration.migrate(database));
  }

  private void migrateFurther(String sql) throws IOException {
    Files.writeString(later.resolve("V9000__later.sql"), sql);
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration", "filesystem:" + later)
        .load()
        .migrate();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
