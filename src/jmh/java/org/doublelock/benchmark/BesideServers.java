package org.doublelock.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.doublelock.acceptance.AppProcess;

/**
 * The WAR on another server beside the self-contained jar, on the Java that this runs on: what a
 * start costs, and signed calls of both, each on a database of its own in one server, by short
 * turns. The function called tells about the calling key and is in every build.
 */
final class BesideServers {

  private static final String PATH = "/0/private/GetApiKeyInfo";
  private static final int STARTS = 3;
  private static final int ROUNDS = 12;
  private static final int SECONDS = 2;
  private static final int CLIENTS = 8;

  /** The memory that the other servers come configured for. */
  private static final String[] JAVA_OPTIONS = {"-Xmx512m", "-XX:MetaspaceSize=192m"};

  private BesideServers() {}

  /**
   * @param name as the tests call it
   * @param home where it was unpacked
   */
  static void measure(String name, Path home, Path jar, Table table)
      throws SQLException, IOException {
    double[] own = new double[STARTS];
    double[] others = new double[STARTS];
    for (int start = 0; start < STARTS; start++) {
      own[start] = processorSecondsOfAStart(jar, "jar", home);
      others[start] = processorSecondsOfAStart(jar, name, home);
    }
    Arrays.sort(own);
    Arrays.sort(others);
    table.measured("processor time of a start, the jar", "%.0f to %.0f s", own[0], own[STARTS - 1]);
    table.measured(
        "processor time of a start, " + name, "%.0f to %.0f s", others[0], others[STARTS - 1]);
    try (DurablePostgres postgres = DurablePostgres.start();
        MeasuredApplication onJar = start(jar, postgres, "jar", home);
        MeasuredApplication onServer = start(jar, postgres, name, home)) {
      for (MeasuredApplication each : List.of(onJar, onServer)) {
        each.callUntilItIsCompiled(Benchmarks.LONGEST_WARM_UP, () -> calls(each));
      }
      List<Measured> ofJar = new ArrayList<>();
      List<Measured> ofServer = new ArrayList<>();
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        // who goes second has the machine as the first one leaves it
        if (round % 2 == 0) {
          ofServer.add(calls(onServer));
        }
        ofJar.add(calls(onJar));
        if (round % 2 == 1) {
          ofServer.add(calls(onServer));
        }
        ratios[round] = ofServer.get(round).rate() / ofJar.get(round).rate();
      }
      Arrays.sort(ratios);
      table.measured("signed calls, the jar", "%,.0f/s", Measured.all(ofJar).rate());
      table.measured("signed calls, " + name, "%,.0f/s", Measured.all(ofServer).rate());
      table.ratio(
          "signed calls of " + name + " to those of the jar, the middle of " + ROUNDS + " pairs",
          (ratios[ROUNDS / 2 - 1] + ratios[ROUNDS / 2]) / 2);
    }
  }

  private static Measured calls(MeasuredApplication application) {
    return application.posts(PATH, CLIENTS, SECONDS);
  }

  private static MeasuredApplication start(
      Path jar, DurablePostgres postgres, String server, Path home)
      throws SQLException, IOException {
    choose(server, home);
    String database = "keys_" + server.replace('-', '_');
    return MeasuredApplication.start(jar, postgres, 1_000, database, JAVA_OPTIONS);
  }

  private static double processorSecondsOfAStart(Path jar, String server, Path home) {
    choose(server, home);
    try (AppProcess started =
        AppProcess.with(Map.of("doublelock.demo.password", "seven idle pilots ashore"))
            .from(jar)
            .withJavaOptions(JAVA_OPTIONS)
            .awaitReady()) {
      return new ProcessTree(started.pid()).processorSeconds();
    }
  }

  /** Which server the next start is on. */
  private static void choose(String server, Path home) {
    System.setProperty("doublelock.test.server", server);
    System.setProperty("doublelock.test.server.home", home.toAbsolutePath().toString());
  }
}
