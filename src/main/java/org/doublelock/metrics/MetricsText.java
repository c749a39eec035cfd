package org.doublelock.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.doublelock.deadline.Deadline;

/** All metrics of this node and its Java machine, in the text format of Prometheus. */
final class MetricsText {

  static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  /**
   * For all questions to the database together. The last one may still wait for a connection then,
   * and Prometheus waits 10 seconds by default for the whole.
   */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final PrometheusRegistry registry = new PrometheusRegistry();

  MetricsText(Iterable<Measured> rooms, String version) {
    rooms.forEach(room -> room.metrics().forEach(metric -> registry.register(metric.figures())));
    registry.register(
        () ->
            InfoSnapshot.builder()
                .name("doublelock_build_info")
                .help("The version of Doublelock.")
                .dataPoint(
                    InfoDataPointSnapshot.builder().labels(Labels.of("version", version)).build())
                .build());
    // one by one: what is left out listens to the Java machine for ever, past an undeployment
    JvmMemoryMetrics.builder().register(registry);
    JvmGarbageCollectorMetrics.builder().register(registry);
    JvmThreadsMetrics.builder().register(registry);
    JvmRuntimeInfoMetric.builder().register(registry);
    ProcessMetrics.builder().register(registry);
  }

  void write(OutputStream out) throws IOException {
    MetricSnapshots now = Deadline.within(TIMEOUT, () -> registry.scrape());
    PrometheusTextFormatWriter.create().write(out, now);
  }
}
