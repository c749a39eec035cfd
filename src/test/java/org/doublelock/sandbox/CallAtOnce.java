package org.doublelock.sandbox;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doublelock.MigratedSchema;
import org.doublelock.TwoAtOnce;
import org.h2.jdbcx.JdbcDataSource;

/** An exchange where a call comes while another transaction has done its work and not ended. */
public final class CallAtOnce implements AutoCloseable {

  private final JdbcDataSource database = new JdbcDataSource();
  private final ExecutorService another = Executors.newSingleThreadExecutor();
  private final ExchangeOn exchange;

  public CallAtOnce() {
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    exchange = new ExchangeOn(database);
  }

  public ExchangeOn exchange() {
    return exchange;
  }

  /** What the call answered. The work is committed once the call waits for it, or is through. */
  public <T> T during(Consumer<EntityManager> work, Callable<T> call) throws Exception {
    Future<T> begun =
        exchange.perform(
            entities -> {
              work.accept(entities);
              entities.flush();
              Future<T> late = another.submit(call);
              awaitWaiting(late);
              return late;
            });
    try {
      return begun.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException thrown) {
      throw thrown.getCause() instanceof Exception cause ? cause : thrown;
    }
  }

  private void awaitWaiting(Future<?> begun) {
    try {
      TwoAtOnce.awaitWaiting(database, begun);
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    another.shutdownNow();
    MigratedSchema.drop(database);
  }
}
