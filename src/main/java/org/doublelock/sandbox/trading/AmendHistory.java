package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The terms that an order had, the original ones first. */
record AmendHistory(EntityManager database, Order order) {

  List<OrderAmend> all() {
    return database
        .createQuery("from OrderAmend a where a.order = :order order by a.number", OrderAmend.class)
        .setParameter("order", order.id())
        .getResultList();
  }

  /** Without reading them: an order may be amended every second for days. */
  private int number() {
    return database
        .createQuery("select count(a) from OrderAmend a where a.order = :order", Long.class)
        .setParameter("order", order.id())
        .getSingleResult()
        .intValue();
  }

  /** Before the first change. */
  void rememberOriginal() {
    if (number() == 0) {
      database.persist(OrderAmend.original(order));
    }
  }

  /** Returns the id of what was just done. */
  String add(boolean postOnly, Instant now) {
    OrderAmend amend = OrderAmend.byUser(order, number() + 1, postOnly, now);
    database.persist(amend);
    return amend.id();
  }
}
