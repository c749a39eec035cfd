package org.doublelock.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.doublelock.history.DatabaseHistory;

/** Hands out what there is one of in a process. */
@ApplicationScoped
public class ProcessSources {

  /** Everything below the edge takes the time as an argument. */
  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }

  /** What the data source, which the server makes, has seen of the database's history. */
  @Produces
  DatabaseHistory history() {
    return DatabaseHistory.ofThisProcess();
  }
}
