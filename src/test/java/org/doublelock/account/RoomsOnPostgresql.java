package org.doublelock.account;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A PostgreSQL on which each test has a database of its own; it runs as long as the class that
 * registers it.
 */
public final class RoomsOnPostgresql implements BeforeAllCallback, AfterAllCallback {

  private EmbeddedPostgres server;
  private int databases;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    server = EmbeddedPostgres.start();
  }

  public AccountRoom open(Path folder) {
    databases++;
    String name = "races" + databases;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return new AccountRoom(server.getDatabase("postgres", name), folder, 0);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    server.close();
  }
}
