package org.doublelock.server;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.doublelock.web.frame.PageThreads;
import org.eclipse.microprofile.config.Config;

/**
 * The part of the pool's connections that pages may have in transactions at a time. The rest is
 * left to the calls, however many pages are asked for. Whoever is not answering a page is not held
 * up.
 */
final class PagesShare {

  private static final String SETTING = "doublelock.db.pool.pages";

  /** Of the standard's class "insufficient resources", as a server without connections says. */
  private static final String TOO_MANY = "53300";

  private final Object held = new Object();
  private final Supplier<TransactionSynchronizationRegistry> registry;
  private final Semaphore free;
  private final Duration patience;

  /**
   * @param registry of the server's transactions, when there is a page
   * @param connections how many transactions of pages have a connection at a time
   * @param patience how long one more waits
   */
  PagesShare(
      Supplier<TransactionSynchronizationRegistry> registry, int connections, Duration patience) {
    if (connections < 1) {
      throw new IllegalArgumentException(SETTING + " is at least 1");
    }
    this.registry = registry;
    this.free = new Semaphore(connections, true);
    this.patience = patience;
  }

  /** As it is configured: half of the pool, and the pool's own patience. */
  static PagesShare configured(
      Supplier<TransactionSynchronizationRegistry> registry, Config config) {
    int pool = config.getOptionalValue("doublelock.db.pool.max", Integer.class).orElse(32);
    return new PagesShare(
        registry,
        config.getOptionalValue(SETTING, Integer.class).orElse(Math.max(1, pool / 2)),
        Duration.ofMillis(
            config.getOptionalValue("doublelock.db.pool.wait-millis", Long.class).orElse(5000L)));
  }

  /**
   * Takes one of them for the page's transaction, until it ends, if it has none yet.
   *
   * @throws SQLException when none is free in time
   */
  void take() throws SQLException {
    if (!PageThreads.isOne()) {
      return;
    }
    TransactionSynchronizationRegistry transaction = registry.get();
    if (transaction.getTransactionKey() == null || transaction.getResource(held) != null) {
      return;
    }
    await();
    try {
      transaction.putResource(held, true);
      transaction.registerInterposedSynchronization(new Release());
    } catch (IllegalStateException overAlready) {
      free.release();
    }
  }

  private void await() throws SQLException {
    try {
      if (free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new SQLTransientConnectionException(
        "all connections that pages may have are in use", TOO_MANY);
  }

  private final class Release implements Synchronization {

    @Override
    public void beforeCompletion() {
      // the transaction still has its connection
    }

    @Override
    public void afterCompletion(int status) {
      free.release();
    }
  }
}
