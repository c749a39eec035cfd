package org.doublelock.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.doublelock.metrics.Durations;

/**
 * What becomes of those who want a connection. Seen from both sides of the server's pool, since no
 * two servers tell in the same way how full theirs is.
 */
final class PoolUse {

  private static final PoolUse OF_THIS_PROCESS = new PoolUse();

  private final Set<Connection> opened = ConcurrentHashMap.newKeySet();
  private final LongAdder refused = new LongAdder();
  private final Durations waits =
      new Durations(
          Duration.ofMillis(1),
          Duration.ofMillis(10),
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));

  /** The one that the pool, Hibernate and the rest of the application share. */
  static PoolUse ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** Asking for a connection. */
  interface Wish {
    Connection fulfil() throws SQLException;
  }

  /** Takes a connection from the pool. */
  Connection taken(Wish wish) throws SQLException {
    long start = System.nanoTime();
    try {
      Connection connection = wish.fulfil();
      waits.add(System.nanoTime() - start);
      return connection;
    } catch (SQLException without) {
      refused.increment();
      throw without;
    }
  }

  /** The pool opened one. */
  void opened(Connection connection) {
    open();
    opened.add(connection);
  }

  /** How many are open, in use or not. Drivers know that without asking the database. */
  int open() {
    opened.removeIf(PoolUse::isClosed);
    return opened.size();
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException unknown) {
      return true;
    }
  }

  Durations waits() {
    return waits;
  }

  long refused() {
    return refused.sum();
  }
}
