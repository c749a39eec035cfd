package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.doublelock.signing.Nonce;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are decided together, over a real database. */
@Timeout(60)
abstract class GatheredCalls extends TwoNodes {

  /** How a session of this database waits for a lock that long, and again as long as it did. */
  abstract String waitForLocks(boolean briefly);

  @Test
  void each_call_is_decided_by_its_own_row_and_in_the_order_of_arrival() throws Exception {
    Caller one = site.newKey();
    Caller other = site.newKey();
    HeldUp database = new HeldUp(site.database(), this::waitForLocks);
    List<Object> answers =
        outcomes(database, List.of(new Asked(one, 5), new Asked(other, 5), new Asked(one, 5)));
    assertEquals(1, database.batches.get());
    assertEquals(true, answers.get(1));
    assertEquals(Set.of(true, false), Set.of(answers.get(0), answers.get(2)));
    assertEquals("5", site.state(one.id()).lastNonce());
    assertEquals("5", site.state(other.id()).lastNonce());
  }

  @Test
  @Tag("slow")
  void a_row_that_somebody_holds_fails_its_own_call_alone() throws Exception {
    Caller free = site.newKey();
    Caller held = site.newKey();
    Caller other = site.newKey();
    HeldUp database = new HeldUp(site.database(), this::waitForLocks);
    try (Connection holder = site.database().getConnection()) {
      holder.setAutoCommit(false);
      hold(holder, held);
      List<Object> answers =
          outcomes(database, List.of(new Asked(free, 7), new Asked(held, 7), new Asked(other, 7)));
      holder.rollback();
      assertEquals(List.of(true, "unknown", true), answers);
    }
    assertEquals("7", site.state(free.id()).lastNonce());
    assertEquals("0", site.state(held.id()).lastNonce());
    assertEquals("7", site.state(other.id()).lastNonce());
  }

  @Test
  void a_connection_lost_after_the_commit_is_no_reason_to_ask_again() throws Exception {
    Caller one = site.newKey();
    Caller other = site.newKey();
    HeldUp database = new HeldUp(site.database(), this::waitForLocks).losingTheAnswer();
    assertEquals(
        List.of("unknown", "unknown"),
        outcomes(database, List.of(new Asked(one, 7), new Asked(other, 7))));
    assertEquals(1, database.batches.get());
    assertEquals("7", site.state(one.id()).lastNonce(), "what was committed stays so");
  }

  private static void hold(Connection holder, Caller key) throws SQLException {
    try (PreparedStatement update =
        holder.prepareStatement(
            "update api_key_call_state set last_used_at = last_used_at where api_key_id = ?")) {
      update.setObject(1, key.id().value());
      assertEquals(1, update.executeUpdate());
    }
  }

  private record Asked(Caller caller, long nonce) {}

  /**
   * Holds a first call up in the database until the others have gathered behind it.
   *
   * @return for each whether it was accepted, or "unknown" where that could not be told
   */
  private List<Object> outcomes(HeldUp database, List<Asked> asked) throws Exception {
    Acceptances acceptances =
        new Acceptances(database.source(), RowStatements::accept, Duration.ofMinutes(1), 1);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Caller first = site.newKey();
      Future<Boolean> held = threads.submit(() -> accept(acceptances, new Asked(first, 1)));
      database.arrived.await();
      List<Future<Boolean>> answers = new ArrayList<>();
      for (Asked each : asked) {
        int before = acceptances.waiting();
        answers.add(threads.submit(() -> accept(acceptances, each)));
        while (acceptances.waiting() == before) {
          Thread.onSpinWait();
        }
      }
      database.goOn.countDown();
      assertTrue(held.get());
      List<Object> outcomes = new ArrayList<>();
      for (Future<Boolean> answer : answers) {
        outcomes.add(outcome(answer));
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Object outcome(Future<Boolean> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      assertInstanceOf(SQLException.class, failed.getCause());
      return "unknown";
    }
  }

  private boolean accept(Acceptances acceptances, Asked asked) throws Exception {
    CheckedCall call =
        new CheckedCall(
            null,
            null,
            site.snapshot(asked.caller()),
            Optional.of(new Nonce(asked.nonce())),
            Optional.empty(),
            LATER);
    return acceptances.accept(new Acceptance(call, false, Optional.empty(), LeaseUse.NONE));
  }

  /** A database whose first statement waits, and that may be lost once it has committed. */
  private static final class HeldUp {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger batches = new AtomicInteger();
    private final DataSource database;
    private final Function<Boolean, String> waitForLocks;
    private boolean losing;

    HeldUp(DataSource database, Function<Boolean, String> waitForLocks) {
      this.database = database;
      this.waitForLocks = waitForLocks;
    }

    /** Batches are done, and then the connection is gone. */
    HeldUp losingTheAnswer() {
      losing = true;
      return this;
    }

    DataSource source() {
      return proxy(DataSource.class, database);
    }

    private <T> T proxy(Class<T> type, Object target) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                if (method.getName().equals("executeUpdate")) {
                  arrived.countDown();
                  goOn.await();
                }
                if (target instanceof Connection connection && method.getName().equals("close")) {
                  waitForLocks(connection, false);
                }
                Object result = invoke(target, method, arguments);
                if (method.getName().equals("executeBatch")) {
                  batches.incrementAndGet();
                  if (losing) {
                    throw new SQLException("an end of the stream", "08006");
                  }
                }
                if (result instanceof Connection connection) {
                  waitForLocks(connection, true);
                }
                return result instanceof Connection
                    ? proxy(Connection.class, result)
                    : result instanceof PreparedStatement
                        ? proxy(PreparedStatement.class, result)
                        : result;
              }));
    }

    private void waitForLocks(Connection connection, boolean briefly) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(waitForLocks.apply(briefly));
      }
    }

    private static Object invoke(Object target, Method method, Object[] arguments)
        throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    }
  }
}
