package org.doublelock.sandbox;

import jakarta.persistence.EntityManager;

/** Lets one account in at a time, so that two first calls do not both open the same account. */
public final class Gate {

  private Gate() {}

  /** Waits for the gate and keeps it until the transaction ends. Comes before any other lock. */
  public static void lock(EntityManager database) {
    database
        .createNativeQuery("select id from exchange_gate where id = 1 for update", Integer.class)
        .getSingleResult();
  }
}
