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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
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

  private static final String FILE = "database.mark";

  @Inject private DataSource database;

  @Inject private Config config;

  private final DatabaseHistory history = DatabaseHistory.ofThisProcess();

  @PostConstruct
  void begin() {
    try {
      if (Files.exists(file())) {
        history.resume(Long.parseLong(Files.readString(file()).strip()));
      } else {
        try (Connection connection = database.getConnection()) {
          history.resumeWithoutMark(connection);
        }
      }
      look();
    } catch (NumberFormatException broken) {
      throw new IllegalStateException(file() + " holds no mark; take it away", broken);
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException("the database's history cannot be read", failed);
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void look() throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      history.watch(connection);
    }
    keep();
  }

  private void keep() throws IOException {
    Path written = file().resolveSibling(FILE + ".new");
    Files.createDirectories(written.getParent());
    Files.writeString(written, Long.toString(history.mark()));
    Files.move(
        written, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file() {
    return DataDirectory.of(config).resolve(FILE);
  }
}
