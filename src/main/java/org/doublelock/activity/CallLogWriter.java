package org.doublelock.activity;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.schedule.OutageTolerance;

/** Brings what waits in the call log to the database, once a second and when the server stops. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class CallLogWriter {

  private static final Logger LOG = Logger.getLogger(CallLogWriter.class.getName());

  @Inject private CallLog calls;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, timezone = "UTC")
  void write() throws SQLException {
    calls.write(clock.instant());
  }

  @PreDestroy
  void writeTheRest() {
    try {
      calls.write(clock.instant().plus(Duration.ofMinutes(1)));
    } catch (SQLException failed) {
      LOG.log(Level.WARNING, "the end of the call log could not be written", failed);
    }
  }
}
