package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who is asked again at the start, and for how long. */
class StartPatienceTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final StartPatience patience = new StartPatience();
  private int asked;

  @Test
  void one_that_is_not_there_yet_or_slow_or_full_is_asked_again() throws SQLException {
    try (Connection there = DriverManager.getConnection("jdbc:h2:mem:")) {
      DataSource database = refusing(there, "08001", "57P03", "53300");
      assertSame(there, patience.open(database, LONG));
      assertEquals(4, asked);
    }
  }

  @Test
  void one_that_refuses_whatever_comes_is_not() {
    for (String state : List.of("28P01", "3D000", "42501", "08004", "08P01", "")) {
      SQLException refused =
          assertThrows(SQLException.class, () -> patience.open(refusing(null, state), LONG));
      assertEquals(state, refused.getSQLState());
    }
    SQLException stranger =
        new SQLException("no TLS", "08006", new SSLHandshakeException("not that one"));
    assertSame(
        stranger,
        assertThrows(SQLException.class, () -> patience.open(database(null, stranger), LONG)));
  }

  @Test
  void none_when_the_time_is_over_or_the_application_has_started() {
    assertThrows(SQLException.class, () -> patience.open(refusing(null, "08001"), Duration.ZERO));
    patience.end();
    assertThrows(SQLException.class, () -> patience.open(refusing(null, "08001"), LONG));
    assertEquals(2, asked);
  }

  private DataSource refusing(Connection then, String... states) {
    SQLException[] refusals = new SQLException[states.length];
    for (int time = 0; time < states.length; time++) {
      refusals[time] = new SQLException("refused", states[time]);
    }
    return database(then, refusals);
  }

  private DataSource database(Connection then, SQLException... refusals) {
    Deque<SQLException> left = new ArrayDeque<>(List.of(refusals));
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              asked++;
              if (left.isEmpty()) {
                return then;
              }
              throw left.poll();
            });
  }
}
