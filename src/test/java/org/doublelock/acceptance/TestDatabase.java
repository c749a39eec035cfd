package org.doublelock.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The database that this run of the tests is about: {@code -Ddoublelock.test.database=h2} (the
 * application's own default) or {@code postgresql} (a real server, from a jar).
 */
enum TestDatabase {
  H2 {
    @Override
    Map<String, String> settings() {
      return Map.of("doublelock.demo.password", RunningApp.PASSWORD);
    }
  },
  POSTGRESQL {
    @Override
    Map<String, String> settings() {
      return Map.of(
          "doublelock.db.url",
          Postgres.SERVER.getJdbcUrl("postgres", Postgres.createDatabase()),
          "doublelock.db.user",
          "postgres",
          "doublelock.db.password",
          "postgres",
          "doublelock.bootstrap.user",
          RunningApp.USER_NAME,
          "doublelock.bootstrap.password",
          RunningApp.PASSWORD);
    }
  };

  /** The settings that point an application at an empty database with the demo person in it. */
  abstract Map<String, String> settings();

  static TestDatabase configured() {
    String name = System.getProperty("doublelock.test.database", "h2");
    return switch (name) {
      case "h2" -> H2;
      case "postgresql" -> POSTGRESQL;
      default -> throw new IllegalArgumentException("there is no test database called " + name);
    };
  }

  /** One server for the whole run; its process ends with this one. */
  private static final class Postgres {

    static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static String createDatabase() {
      String name = "app_" + DATABASES.incrementAndGet();
      try (Connection connection = SERVER.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
        return name;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
