package org.doublelock.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.doublelock.acceptance.AppProcess;
import org.doublelock.acceptance.AppStart;
import org.doublelock.acceptance.FirstPage;

/**
 * What a start takes until the first page is there: in seconds, and of the processor's time beside
 * the same server with an empty WAR, which depends less on what else the machine does.
 */
final class Starts {

  private static final int ROUNDS = 2;

  private Starts() {}

  static void measure(Path jar, Table table) throws IOException, InterruptedException {
    AppStart quickest = AppProcess.with(Map.of()).from(jar);
    Cost own = Cost.NONE;
    double empty = 0;
    for (int round = 0; round < ROUNDS; round++) {
      own = own.and(untilFirstPage(quickest));
      empty += processorSecondsOfEmptyServer(quickest);
    }
    table.atMost(
        "start to first page as ./mvnw -Prun starts it, in seconds", own.seconds() / ROUNDS, 15);
    table.ratio(
        "processor time from start to first page, to the same server with an empty WAR",
        own.processorSeconds() / empty);
    table.measured(
        "processor time from start to first page", "%.1f s", own.processorSeconds() / ROUNDS);
    table.measured("the same server with an empty WAR", "%.1f s", empty / ROUNDS);
    table.measured(
        "start to first page without any option of Java",
        "%.1f s",
        untilFirstPage(quickest.withJavaOptions()).seconds());
  }

  /** What an archive of the classes that a start loads takes off it. */
  static void measureArchive(Path jar, Table table) throws InterruptedException {
    AppStart plain = AppProcess.with(Map.of()).from(jar).withJavaOptions();
    Path archive = Path.of("target", "doublelock.jsa").toAbsolutePath();
    untilFirstPage(plain.withOneMoreJavaOption("-XX:ArchiveClassesAtExit=" + archive));
    AppStart archived = plain.withOneMoreJavaOption("-XX:SharedArchiveFile=" + archive);
    Cost without = Cost.NONE;
    Cost with = Cost.NONE;
    for (int round = 0; round < ROUNDS; round++) {
      without = without.and(untilFirstPage(plain));
      with = with.and(untilFirstPage(archived));
    }
    table.measured(
        "start to first page without any option of Java, by turns with the next",
        "%.1f s",
        without.seconds() / ROUNDS);
    table.measured("the same with an archive of classes", "%.1f s", with.seconds() / ROUNDS);
  }

  private static Cost untilFirstPage(AppStart how) throws InterruptedException {
    long begin = System.nanoTime();
    AppProcess started = how.launch();
    try {
      awaitFirstPage(started.base());
      Cost cost =
          new Cost(
              (System.nanoTime() - begin) / 1e9, new ProcessTree(started.pid()).processorSeconds());
      started.terminate();
      started.awaitExit();
      return cost;
    } finally {
      started.close();
    }
  }

  private static double processorSecondsOfEmptyServer(AppStart asOther)
      throws IOException, InterruptedException {
    try (EmptyServer server = EmptyServer.launch(asOther.javaOptions())) {
      awaitFirstPage(server.base());
      return server.processes().processorSeconds();
    }
  }

  static void awaitFirstPage(URI base) throws InterruptedException {
    FirstPage page = new FirstPage(base);
    boolean there = false;
    while (!there) {
      // a server that listens before it has the application answers at once; not to be kept busy
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      try {
        there = page.status() == 200;
      } catch (IOException notYet) {
        // asked again
      }
    }
  }

  /** Of one start, or of several together. */
  private record Cost(double seconds, double processorSeconds) {

    static final Cost NONE = new Cost(0, 0);

    Cost and(Cost other) {
      return new Cost(seconds + other.seconds, processorSeconds + other.processorSeconds);
    }
  }
}
