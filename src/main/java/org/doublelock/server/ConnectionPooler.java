package org.doublelock.server;

import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/**
 * What stands between this application and PostgreSQL, such as pgbouncer: {@code
 * doublelock.db.pooler}. A pooler refuses or loses what belongs to one connection alone, so less is
 * asked of it.
 */
enum ConnectionPooler {
  /** Nothing: a connection is a session of the database. */
  NONE,
  /** A connection has a session of the database to itself until it is closed. */
  SESSION,
  /** Each transaction may be in another session, so none of them keeps prepared statements. */
  TRANSACTION;

  private static final String SETTING = "doublelock.db.pooler";

  /**
   * @throws IllegalArgumentException when it is none of these
   */
  static ConnectionPooler of(Config config) {
    String name = config.getOptionalValue(SETTING, String.class).orElse("none");
    try {
      return valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(SETTING + " is none, session or transaction", unknown);
    }
  }

  /** Whether settings of a session can be given with its first message. */
  boolean takesSessionSettings() {
    return this == NONE;
  }

  boolean keepsPreparedStatements() {
    return this != TRANSACTION;
  }
}
