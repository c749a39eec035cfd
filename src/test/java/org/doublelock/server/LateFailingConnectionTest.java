package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LateFailingConnectionTest {

  private Connection opened;
  private Connection pooled;

  @BeforeEach
  void open() throws SQLException {
    opened = DriverManager.getConnection("jdbc:h2:mem:");
    pooled = LateFailingConnection.of(opened);
  }

  @AfterEach
  void close() throws SQLException {
    opened.close();
  }

  @Test
  void a_dead_one_lets_a_transaction_begin_and_fails_at_its_first_statement() throws SQLException {
    opened.close();
    assertDoesNotThrow(() -> pooled.setAutoCommit(false));
    assertDoesNotThrow(() -> pooled.setClientInfo(new Properties()), "as pools do with each");
    SQLException failure =
        assertThrows(SQLException.class, () -> pooled.prepareStatement("select 1"));
    assertEquals("08006", failure.getSQLState(), "connection failure");
    assertThrows(SQLException.class, pooled::commit);
    assertThrows(SQLException.class, pooled::rollback);
  }

  @Test
  void a_living_one_does_as_it_is_told() throws SQLException {
    pooled.setAutoCommit(false);
    assertFalse(opened.getAutoCommit());
    try (Statement statement = pooled.createStatement();
        ResultSet one = statement.executeQuery("select 1")) {
      assertTrue(one.next());
      assertEquals(1, one.getInt(1));
    }
    assertThrows(SQLException.class, () -> pooled.prepareStatement("no statement"));
    assertTrue(pooled.unwrap(JdbcConnection.class).equals(opened));
  }

  /** H2 asks nobody for the limit, so this one is lost as a socket is. */
  @Test
  void one_that_is_lost_before_it_is_taken_over_is_closed() {
    AtomicBoolean closed = new AtomicBoolean();
    Connection lost =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("close")) {
                    closed.set(true);
                    return null;
                  }
                  throw new SQLException("lost");
                });
    assertThrows(SQLException.class, () -> LateFailingConnection.of(lost));
    assertTrue(closed.get());
  }

  @Test
  void it_is_itself_and_no_other() throws SQLException {
    assertEquals(pooled, pooled);
    assertNotEquals(pooled, LateFailingConnection.of(opened));
  }
}
