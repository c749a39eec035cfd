package org.doublelock.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A process and all that it has started and that runs, as Linux counts them in {@code /proc}. */
record ProcessTree(long pid) {

  /** The processor time used so far, by all of them on all processors. */
  double processorSeconds() {
    return all()
            .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
            .reduce(Duration.ZERO, Duration::plus)
            .toMillis()
        / 1e3;
  }

  /** What they hold of the machine's memory. */
  long residentKilobytes() throws IOException {
    long kilobytes = 0;
    for (ProcessHandle each : all().toList()) {
      kilobytes += residentKilobytes(each.pid());
    }
    return kilobytes;
  }

  private Stream<ProcessHandle> all() {
    return ProcessHandle.of(pid).stream()
        .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()));
  }

  private static long residentKilobytes(long pid) throws IOException {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (NoSuchFileException endedMeanwhile) {
      return 0;
    }
  }
}
