package org.doublelock.edge;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The database's clock, which is one for all nodes. */
public final class DatabaseClock {

  /** Milliseconds since 1970, in SQL that H2 and PostgreSQL both know. */
  public static final String MILLIS = "extract(epoch from current_timestamp) * 1000";

  private DatabaseClock() {}

  /**
   * What both clocks agree is over: what a node does to everybody's by its own alone, it would do
   * too soon wherever that is ahead.
   */
  public static Instant agreed(EntityManager entities, Instant now) {
    Instant there = entities.createQuery("select instant", Instant.class).getSingleResult();
    return there.isBefore(now) ? there : now;
  }
}
