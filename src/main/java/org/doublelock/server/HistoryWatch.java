package org.doublelock.server;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.schedule.OutageTolerance;
import org.eclipse.microprofile.config.Config;

/**
 * Looks every other second whether the database's history forked or stepped back, beside the look
 * at each new connection, and keeps this node's mark in a file for its next start.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class HistoryWatch {

  @Inject private DataSource database;

  @Inject private Config config;

  private final DatabaseHistory history = DatabaseHistory.ofThisProcess();

  @PostConstruct
  void begin() {
    try {
      OptionalLong mark = file().read();
      if (mark.isPresent()) {
        history.resume(mark.getAsLong());
      } else {
        try (Connection connection = database.getConnection()) {
          history.resumeWithoutMark(connection);
        }
      }
      look();
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException("the database's history cannot be read", failed);
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, timezone = "UTC")
  void look() throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      history.watch(connection);
    }
    file().keep(history.mark());
  }

  private MarkFile file() {
    return MarkFile.in(DataDirectory.of(config));
  }
}
