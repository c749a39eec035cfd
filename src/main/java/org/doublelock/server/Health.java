package org.doublelock.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Up or down, and no more: a balancer has to see it, and a stranger may. */
@ApplicationScoped
public class Health {

  private static final Logger LOG = Logger.getLogger(Health.class.getName());
  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/doublelock")
  private DataSource dataSource;

  /**
   * This is asked only once the application is deployed, its schema migrated and its settings read.
   */
  @Produces
  @Startup
  HealthCheck started() {
    return () -> HealthCheckResponse.up("started");
  }

  /** It answers at all; the database is nothing that a restart of this node would mend. */
  @Produces
  @Liveness
  HealthCheck live() {
    return () -> HealthCheckResponse.up("live");
  }

  @Produces
  @Readiness
  HealthCheck ready() {
    return () -> HealthCheckResponse.named("ready").status(isDatabaseThere()).build();
  }

  private boolean isDatabaseThere() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException away) {
      LOG.log(Level.FINE, "the database cannot be reached", away);
      return false;
    }
  }
}
