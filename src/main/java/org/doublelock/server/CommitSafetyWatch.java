package org.doublelock.server;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says at the start when the database keeps less than the application promises with it. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class CommitSafetyWatch {

  private static final Logger LOG = Logger.getLogger(CommitSafetyWatch.class.getName());

  @Inject private DataSource database;

  @Inject
  @ConfigProperty(name = "doublelock.db.replication", defaultValue = "asynchronous")
  private String replication;

  @PostConstruct
  void look() {
    if (!replication.equals("asynchronous") && !isReplicationRequired()) {
      throw new IllegalArgumentException(
          "doublelock.db.replication is asynchronous or synchronous, not " + replication);
    }
    now().ifPresent(safety -> safety.warnings(isReplicationRequired()).forEach(LOG::warning));
  }

  /** Whether the configuration says that commits are on a standby before they are answered. */
  public boolean isReplicationRequired() {
    return replication.equals("synchronous");
  }

  /** Empty while the database is away. */
  public Optional<CommitSafety> now() {
    try (Connection connection = database.getConnection()) {
      return Optional.of(CommitSafety.of(connection));
    } catch (SQLException away) {
      LOG.log(Level.FINE, "the database's settings could not be read", away);
      return Optional.empty();
    }
  }
}
