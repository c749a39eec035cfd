package org.doublelock.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock of the application; everything below the edge takes the time as an argument. */
@ApplicationScoped
public class ClockSource {

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
