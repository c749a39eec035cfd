package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.doublelock.deadline.Deadline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several servers in one URL, of which the first may say nothing at all. */
class HostsInTurnIT {

  /** Two limits of three seconds, and some for a busy machine; without turns it is never. */
  private static final Duration BOUND = Duration.ofSeconds(10);

  private static EmbeddedPostgres database;

  @BeforeAll
  static void start() throws IOException {
    database = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void a_first_host_that_never_answers_leaves_the_second_its_time() throws Exception {
    try (ServerSocket silent = silent()) {
      DataSource hosts = open("localhost:" + silent.getLocalPort() + ",localhost:" + port());
      for (int time = 0; time < 3; time++) {
        assertTimeoutPreemptively(BOUND, () -> assertEquals(port(), portBehind(hosts)));
      }
    }
  }

  @Test
  void a_host_that_refuses_is_passed_by() throws Exception {
    DataSource hosts = open("localhost:1,localhost:" + port());
    assertTimeoutPreemptively(BOUND, () -> assertEquals(port(), portBehind(hosts)));
  }

  @Test
  void a_standby_is_passed_by() throws Exception {
    DataSource hosts = open("localhost:" + port() + ",localhost:" + port());
    try (Connection connection = hosts.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set default_transaction_read_only = on");
      statement.execute("select pg_reload_conf()");
    }
    try {
      awaitReadOnly();
      assertThrows(SQLException.class, hosts::getConnection);
    } finally {
      writable();
    }
  }

  @Test
  void without_any_that_answers_it_fails_in_time() throws Exception {
    try (ServerSocket silent = silent()) {
      DataSource hosts = open("localhost:" + silent.getLocalPort() + ",localhost:1");
      assertTimeoutPreemptively(
          BOUND, () -> assertThrows(SQLException.class, hosts::getConnection));
    }
  }

  @Test
  void work_that_has_no_time_left_opens_no_connection() throws Exception {
    DataSource hosts = open("localhost:" + port());
    assertThrows(
        SQLTimeoutException.class, () -> Deadline.within(Duration.ZERO, hosts::getConnection));
    assertEquals(port(), portBehind(hosts));
  }

  private static ServerSocket silent() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getByName("localhost"));
  }

  private static int port() {
    return database.getPort();
  }

  private static DataSource open(String hosts) throws SQLException {
    return new PostgresqlSettings(3, 15, 10, 5, ConnectionPooler.NONE, Map.of())
        .open("jdbc:postgresql://" + hosts + "/postgres", "postgres", "");
  }

  private static int portBehind(DataSource hosts) throws SQLException {
    try (Connection connection = hosts.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select inet_server_port()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void awaitReadOnly() throws SQLException {
    boolean readOnly = false;
    while (!readOnly) {
      try (Connection connection = database.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("show default_transaction_read_only")) {
        row.next();
        readOnly = row.getString(1).equals("on");
      }
    }
  }

  private static void writable() throws SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system reset default_transaction_read_only");
      statement.execute("select pg_reload_conf()");
    }
  }
}
