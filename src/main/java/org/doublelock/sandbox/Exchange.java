package org.doublelock.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/**
 * Where the simulated exchange keeps its books.
 *
 * <p>Rows are locked in one order everywhere, so that calls wait for each other but never in a
 * circle: the gate, then markets by name, then withdrawals by reference, then balances by account
 * and asset.
 */
@ApplicationScoped
public class Exchange {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager database;

  /**
   * Does the work in a transaction of its own, and undoes all of it when the work throws.
   *
   * @return what the work returned
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T perform(Function<EntityManager, T> work) {
    return work.apply(database);
  }
}
