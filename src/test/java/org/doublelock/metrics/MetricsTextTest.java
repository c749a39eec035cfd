package org.doublelock.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a scrape shows of what was counted. */
class MetricsTextTest {

  private static String text(Metric... metrics) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new MetricsText(List.of(() -> List.of(metrics)), "1.2.3").write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void assertShows(String expected, String text) {
    assertTrue(text.contains(expected), text);
  }

  @Test
  void every_outcome_is_there_at_0_before_its_first_time() throws IOException {
    Outcomes calls = new Outcomes("accepted", "key-locked");
    Metric metric = Metric.outcomes("doublelock_calls_total", "Calls.", "outcome", calls);
    String before = text(metric);
    assertShows(
        """
        # HELP doublelock_calls_total Calls.
        # TYPE doublelock_calls_total counter
        doublelock_calls_total{outcome="accepted"} 0.0
        doublelock_calls_total{outcome="key-locked"} 0.0
        """,
        before);
    calls.count("key-locked");
    calls.count("never-heard-of");
    String after = text(metric);
    assertShows("doublelock_calls_total{outcome=\"accepted\"} 0.0\n", after);
    assertShows("doublelock_calls_total{outcome=\"key-locked\"} 1.0\n", after);
    assertShows("doublelock_calls_total{outcome=\"never-heard-of\"} 1.0\n", after);
  }

  @Test
  void durations_are_counted_up_to_each_limit() throws IOException {
    Durations took = new Durations(Duration.ofMillis(1), Duration.ofSeconds(1));
    took.add(1_000_000);
    took.add(1_000_001);
    took.add(3_000_000_000L);
    assertShows(
        """
        # HELP doublelock_work_seconds Work.
        # TYPE doublelock_work_seconds histogram
        doublelock_work_seconds_bucket{le="0.001"} 1
        doublelock_work_seconds_bucket{le="1.0"} 2
        doublelock_work_seconds_bucket{le="+Inf"} 3
        doublelock_work_seconds_count 3
        doublelock_work_seconds_sum 3.002000001
        """,
        text(Metric.durations("doublelock_work_seconds", "Work.", took)));
  }

  @Test
  void requests_are_counted_by_area_and_class_of_status() throws IOException {
    RequestMetrics requests = new RequestMetrics();
    requests.add(Area.API, 503, 1);
    requests.add(Area.API, 599, 1);
    requests.add(Area.PAGES, 101, 1);
    String text = text(requests.metrics().get(0));
    String name = "doublelock_http_request_seconds_count";
    assertShows(name + "{area=\"api\",status=\"5xx\"} 2\n", text);
    assertShows(name + "{area=\"api\",status=\"4xx\"} 0\n", text);
    assertShows(name + "{area=\"pages\",status=\"2xx\"} 1\n", text);
  }

  @Test
  void a_figure_without_its_database_is_left_out_and_the_others_stand() throws IOException {
    String text =
        text(
            Metric.fromDatabase(
                "doublelock_away",
                "Away.",
                () -> {
                  throw new IllegalStateException("the database is away");
                }),
            Metric.fromDatabase("doublelock_unknown", "Unknown.", () -> Double.NaN),
            Metric.gauge("doublelock_here", "Here.", () -> 7));
    assertFalse(text.contains("doublelock_away"), text);
    assertFalse(text.contains("doublelock_unknown"), text);
    assertShows("\ndoublelock_here 7.0\n", text);
  }

  @Test
  void what_the_database_is_asked_for_has_one_time_for_all_of_it() throws IOException {
    Metric[] slow = new Metric[20];
    for (int each = 0; each < slow.length; each++) {
      slow[each] = Metric.fromDatabase("doublelock_slow_" + each, "Slow.", MetricsTextTest::slowly);
    }
    long start = System.nanoTime();
    String text = text(slow);
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
    assertShows("\ndoublelock_slow_", text);
    assertTrue(text.lines().filter(line -> line.startsWith("doublelock_slow_")).count() < 20, text);
  }

  /** As a database is that answers late. */
  private static double slowly() {
    long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    return 1;
  }

  @Test
  void the_version_and_the_java_machine_are_told() throws IOException {
    String text = text(Metric.counter("doublelock_lost_total", "Lost.", () -> 2));
    assertShows("\ndoublelock_build_info{version=\"1.2.3\"} 1\n", text);
    assertShows("# TYPE doublelock_lost_total counter\ndoublelock_lost_total 2.0\n", text);
    for (String name :
        List.of(
            "jvm_memory_used_bytes{area=\"heap\"} ",
            "jvm_gc_collection_seconds_count{",
            "jvm_threads_current ",
            "jvm_runtime_info{",
            "process_cpu_seconds_total ",
            "process_start_time_seconds ")) {
      assertShows("\n" + name, text);
    }
  }

  @Test
  void each_path_is_of_one_area() {
    assertEquals(Area.API, Area.of("/0"));
    assertEquals(Area.API, Area.of("/0/private/Balance"));
    assertEquals(Area.AUTHZ, Area.of("/authz/x"));
    assertEquals(Area.STATIC, Area.of("/static/bootstrap/css/bootstrap.min.css"));
    assertEquals(Area.OPERATIONS, Area.of("/operations/metrics"));
    assertEquals(Area.OPERATIONS, Area.of("/health/ready"));
    for (String page : List.of("", "/", "/sign-in", "/0x", "/statics", "/healthy/static")) {
      assertEquals(Area.PAGES, Area.of(page), page);
    }
  }
}
