package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.doublelock.signing.Nonce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are decided together, over a real database. */
@Timeout(60)
class AcceptancesTest extends TwoNodes {

  @Override
  Installation installation() {
    return memory();
  }

  @Test
  void each_call_is_decided_by_its_own_row_and_in_the_order_of_arrival() throws Exception {
    Caller one = site.newKey();
    Caller other = site.newKey();
    HeldUp database = new HeldUp(site.database(), false);
    List<Boolean> answers =
        together(database, List.of(new Asked(one, 5), new Asked(other, 5), new Asked(one, 5)));
    assertEquals(1, database.batches.get());
    assertTrue(answers.get(1));
    assertEquals(1, List.of(answers.get(0), answers.get(2)).stream().filter(a -> a).count());
    assertEquals("5", site.state(one.id()).lastNonce());
    assertEquals("5", site.state(other.id()).lastNonce());
  }

  @Test
  void what_fails_for_all_is_tried_for_each() throws Exception {
    Caller one = site.newKey();
    Caller other = site.newKey();
    HeldUp database = new HeldUp(site.database(), true);
    assertEquals(
        List.of(true, true), together(database, List.of(new Asked(one, 7), new Asked(other, 7))));
    assertEquals(1, database.batches.get());
  }

  private record Asked(Caller caller, long nonce) {}

  /** Holds a first call up in the database until the others have gathered behind it. */
  private List<Boolean> together(HeldUp database, List<Asked> asked) throws Exception {
    Acceptances acceptances = new Acceptances(database.source(), java.time.Duration.ofMinutes(1));
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
      List<Boolean> accepted = new ArrayList<>();
      for (Future<Boolean> answer : answers) {
        accepted.add(answer.get());
      }
      return accepted;
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean accept(Acceptances acceptances, Asked asked) throws Exception {
    return acceptances.accept(
        site.snapshot(asked.caller()),
        new Nonce(asked.nonce()),
        false,
        java.util.Optional.empty(),
        LATER.toEpochMilli());
  }

  /** A database whose first statement waits, and whose batches may fail. */
  private static final class HeldUp {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger batches = new AtomicInteger();
    private final DataSource database;
    private final boolean failing;

    HeldUp(DataSource database, boolean failing) {
      this.database = database;
      this.failing = failing;
    }

    DataSource source() {
      return proxy(
          DataSource.class,
          database,
          result -> result instanceof Connection connection ? watch(connection) : result,
          () -> null);
    }

    private Connection watch(Connection connection) {
      return proxy(
          Connection.class,
          connection,
          result -> result instanceof PreparedStatement statement ? watch(statement) : result,
          () -> null);
    }

    private PreparedStatement watch(PreparedStatement statement) {
      return proxy(
          PreparedStatement.class,
          statement,
          result -> result,
          () -> {
            batches.incrementAndGet();
            if (failing) {
              throw new BatchUpdateException("a deadlock", new int[0]);
            }
            return null;
          });
    }

    private <T> T proxy(
        Class<T> type,
        T target,
        java.util.function.UnaryOperator<Object> wrap,
        java.util.concurrent.Callable<Void> onBatch) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                if (method.getName().equals("executeUpdate")) {
                  arrived.countDown();
                  goOn.await();
                } else if (method.getName().equals("executeBatch")) {
                  onBatch.call();
                }
                try {
                  return wrap.apply(method.invoke(target, arguments));
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              }));
    }
  }
}
