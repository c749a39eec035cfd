package org.doublelock.account;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A PostgreSQL on which each test has a database of its own. */
public final class RoomsOnPostgresql implements AutoCloseable {

  private final EmbeddedPostgres server;
  private int databases;

  public RoomsOnPostgresql() throws IOException {
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
  public void close() throws IOException {
    server.close();
  }
}
