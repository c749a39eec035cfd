package org.doublelock.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.doublelock.server.listener.Leaving;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Up or down, and no more: a balancer has to see it, and anyone may. Where the server has no
 * MicroProfile Health, {@link HealthServlet} says the same.
 */
@ApplicationScoped
public class Health {

  @Inject private DatabaseReach database;

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
    return () ->
        HealthCheckResponse.named("ready").status(!Leaving.isSaid() && database.isThere()).build();
  }
}
