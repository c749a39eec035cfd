package org.doublelock.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.deadline.Deadline;

/**
 * Figures of one name: small letters and underscores, in seconds and bytes, such as {@code
 * doublelock_mails_queued}; a counter's ends in {@code _total}. No label's value is a key's, a
 * person's or anything else of which there can be any number.
 */
public final class Metric {

  private static final Logger LOG = Logger.getLogger(Metric.class.getName());

  private final Collector figures;

  private Metric(Collector figures) {
    this.figures = figures;
  }

  Collector figures() {
    return figures;
  }

  /** A figure that goes up and down, read in no time; left out where it is not a number. */
  public static Metric gauge(String name, String help, DoubleSupplier value) {
    return new Metric(
        () -> {
          GaugeSnapshot.Builder now = GaugeSnapshot.builder().name(name).help(help);
          double figure = value.getAsDouble();
          if (!Double.isNaN(figure)) {
            now.dataPoint(GaugeDataPointSnapshot.builder().value(figure).build());
          }
          return now.build();
        });
  }

  /**
   * The same where the database has to be asked. Left out while it does not answer, and where the
   * other figures have used up the time that one reading has.
   */
  public static Metric fromDatabase(String name, String help, DoubleSupplier value) {
    return gauge(name, help, () -> ask(name, value));
  }

  private static double ask(String name, DoubleSupplier value) {
    if (Deadline.leftMillis().orElse(1) <= 0) {
      return Double.NaN;
    }
    try {
      return value.getAsDouble();
    } catch (RuntimeException away) {
      LOG.log(Level.FINE, name + " could not be asked for", away);
      return Double.NaN;
    }
  }

  /** A figure that only grows while the node runs. */
  public static Metric counter(String name, String help, LongSupplier value) {
    return new Metric(
        () ->
            CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(point(Labels.EMPTY, value.getAsLong()))
                .build());
  }

  /** One such figure for each outcome, which the label names. */
  public static Metric outcomes(String name, String help, String label, Outcomes counted) {
    return new Metric(
        () -> {
          CounterSnapshot.Builder now = CounterSnapshot.builder().name(name).help(help);
          counted.forEach(
              (outcome, times) -> now.dataPoint(point(Labels.of(label, outcome), times)));
          return now.build();
        });
  }

  private static CounterDataPointSnapshot point(Labels labels, long times) {
    return CounterDataPointSnapshot.builder().labels(labels).value(times).build();
  }

  public static Metric durations(String name, String help, Durations took) {
    return durations(name, help, Map.of(Labels.EMPTY, took));
  }

  static Metric durations(String name, String help, Map<Labels, Durations> took) {
    MetricMetadata about = new MetricMetadata(name, help);
    return new Metric(
        () ->
            new HistogramSnapshot(
                about,
                took.entrySet().stream().map(each -> each.getValue().now(each.getKey())).toList()));
  }
}
