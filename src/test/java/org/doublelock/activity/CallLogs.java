package org.doublelock.activity;

import java.sql.SQLException;
import java.time.Instant;

/** What the call log's timer does. */
public final class CallLogs {

  private CallLogs() {}

  public static void write(CallLog log, Instant now) throws SQLException {
    log.write(now);
  }
}
