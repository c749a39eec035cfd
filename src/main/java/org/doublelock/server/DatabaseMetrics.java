package org.doublelock.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import org.doublelock.deadline.Deadline;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows an operator whether the database decides, what becomes of its commits, and the pool. */
@ApplicationScoped
class DatabaseMetrics implements Measured {

  private final PoolUse pool = PoolUse.ofThisProcess();

  @Inject private DatabaseReach reach;
  @Inject private CommitSafetyWatch commits;

  @Inject
  @ConfigProperty(name = "doublelock.db.pool.max", defaultValue = "32")
  private int most;

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.gauge(
            "doublelock_database_ready",
            "1 when the database takes commits, as /health/ready says, else 0.",
            () -> number(isReady())),
        Metric.fromDatabase(
            "doublelock_database_commits_durable",
            "1 when a commit is on the database's disk before it is answered, else 0.",
            () -> ofCommits(CommitSafety::durable)),
        Metric.fromDatabase(
            "doublelock_database_commits_replicated",
            "1 when a commit is on a standby before it is answered, else 0.",
            () -> ofCommits(CommitSafety::replicated)),
        Metric.gauge(
            "doublelock_database_replication_required",
            "1 when doublelock.db.replication is synchronous, else 0.",
            () -> number(commits.isReplicationRequired())),
        Metric.gauge(
            "doublelock_database_connections_max",
            "Connections that the pool may open, doublelock.db.pool.max.",
            () -> most),
        Metric.gauge(
            "doublelock_database_connections_open",
            "Connections that the pool has open, in use or not.",
            pool::open),
        Metric.counter(
            "doublelock_database_connections_refused_total",
            "Connections that could not be had: none was free in time, or the database was away.",
            pool::refused),
        Metric.durations(
            "doublelock_database_connection_wait_seconds",
            "How long those waited for a connection who got one.",
            pool.waits()));
  }

  /** One that the other figures waited for in vain is not. */
  private boolean isReady() {
    return Deadline.leftMillis().orElse(1) > 0 && reach.isThere();
  }

  private double ofCommits(Predicate<CommitSafety> what) {
    return commits.now().map(safety -> number(what.test(safety))).orElse(Double.NaN);
  }

  private static double number(boolean yes) {
    return yes ? 1 : 0;
  }
}
