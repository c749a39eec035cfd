package org.doublelock.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.doublelock.metrics.Gauge;

/** Shows an operator what becomes of commits, as the database says now. */
@ApplicationScoped
public class CommitGauges {

  @Inject private CommitSafetyWatch watch;

  @Produces
  Gauge durable() {
    return new OfCommits(
        "doublelock_database_commits_durable",
        "1 when a commit is on the database's disk before it is answered, else 0.",
        CommitSafety::durable);
  }

  @Produces
  Gauge replicated() {
    return new OfCommits(
        "doublelock_database_commits_replicated",
        "1 when a commit is on a standby before it is answered, else 0.",
        CommitSafety::replicated);
  }

  private final class OfCommits implements Gauge {

    private final String name;
    private final String help;
    private final Predicate<CommitSafety> what;

    OfCommits(String name, String help, Predicate<CommitSafety> what) {
      this.name = name;
      this.help = help;
      this.what = what;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String help() {
      return help;
    }

    @Override
    public double value() {
      return watch.now().map(safety -> what.test(safety) ? 1.0 : 0.0).orElse(Double.NaN);
    }
  }
}
