package org.doublelock.sandbox.funding;

import jakarta.persistence.Query;
import java.time.Instant;

/**
 * Behind what a page of funding begins, the newest first: what is older, and of the same moment
 * what has a higher reference.
 */
record PageStart(Instant at, String reference) {

  static final PageStart NEWEST = new PageStart(Instant.parse("9999-12-31T00:00:00Z"), "");

  /** What a query on {@code e} needs; binds with {@link #bind}. */
  static String condition(String time) {
    return " and (e.%1$s < :startTime or e.%1$s = :startTime and e.reference > :startReference)"
        .formatted(time);
  }

  void bind(Query query) {
    query.setParameter("startTime", at).setParameter("startReference", reference);
  }
}
