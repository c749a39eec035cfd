package org.doublelock.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Whether the database can be reached now. */
@ApplicationScoped
public class DatabaseReach {

  private static final Logger LOG = Logger.getLogger(DatabaseReach.class.getName());
  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/doublelock")
  private DataSource dataSource;

  /** Asks it, through the pool that the calls use. */
  public boolean isThere() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException away) {
      LOG.log(Level.FINE, "the database cannot be reached", away);
      return false;
    }
  }
}
