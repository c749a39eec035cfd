package org.doublelock.unlocking;

/** The clock that leases are measured by: the database's, which is one for all nodes. */
public final class LeaseClock {

  /** Milliseconds since 1970, in SQL that H2 and PostgreSQL both know. */
  public static final String MILLIS = "extract(epoch from current_timestamp) * 1000";

  private LeaseClock() {}
}
