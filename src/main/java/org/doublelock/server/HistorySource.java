package org.doublelock.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.doublelock.history.DatabaseHistory;

/** Hands out what the data source, which the server makes, has seen of the database's history. */
@ApplicationScoped
public class HistorySource {

  @Produces
  DatabaseHistory history() {
    return DatabaseHistory.ofThisProcess();
  }
}
