package org.doublelock.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.doublelock.acceptance.AppProcess;
import org.doublelock.acceptance.ExtendedApplication;
import org.doublelock.acceptance.FirstPage;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures everything side by side and prints a table. What is compared is measured by turns, a few
 * seconds each, so that whatever else the machine does falls on both. Ends with status 1 when a
 * ratio misses its bar.
 */
public final class Benchmarks {

  private static final Set<String> PARTS =
      Set.of(
          "verification",
          "start",
          "calls",
          "passwords",
          "leases",
          "memory",
          "bodies",
          "keys",
          "processor");
  private static final String BEFORE = "before=";
  private static final String SERVER = "server=";
  static final Duration LONGEST_WARM_UP = Duration.ofMinutes(5);
  private static final int ROUNDS = 3;
  private static final int SECONDS = 4;
  private static final int[] CLIENTS = {8, 32};

  /** Few, since the first call with each pays for a slow hash. */
  private static final int PASSWORDS = 240;

  private static final Path WORK = Path.of("target", "benchmark");

  private final Table table = new Table();
  private final Path jar;

  private Benchmarks(Path jar) {
    this.jar = jar;
  }

  public static void main(String[] arguments)
      throws IOException, SQLException, RunnerException, InterruptedException {
    if (arguments.length == 1 && arguments[0].startsWith(BEFORE)) {
      Table table = new Table();
      BesideBefore.measure(Path.of(arguments[0].substring(BEFORE.length())), extended(), table);
      end(table);
      return;
    }
    if (arguments.length == 1 && arguments[0].startsWith(SERVER)) {
      String[] server = arguments[0].substring(SERVER.length()).split(":", 2);
      Table table = new Table();
      Path jar = Path.of("target", "doublelock.jar");
      BesideServers.measure(server[0], Path.of(server[1]), jar, table);
      end(table);
      return;
    }
    Set<String> parts = arguments.length == 0 ? PARTS : Set.of(arguments);
    if (!PARTS.containsAll(parts)) {
      throw new IllegalArgumentException("the parts are " + PARTS);
    }
    Benchmarks benchmarks = new Benchmarks(extended());
    if (parts.contains("verification")) {
      benchmarks.verificationAlone();
    }
    if (parts.contains("start")) {
      benchmarks.start();
    }
    try (DurablePostgres postgres = DurablePostgres.start()) {
      benchmarks.overHttp(postgres, parts);
    }
    end(benchmarks.table);
  }

  private static void end(Table table) throws IOException {
    System.out.println("\n" + table);
    Files.writeString(Path.of("target", "benchmarks.md"), table.toString());
    System.exit(table.allReached() ? 0 : 1);
  }

  private static Path extended() throws IOException {
    String inside = "org/doublelock/benchmark/inside/";
    List<String> classes = new ArrayList<>();
    for (String name :
        List.of(
            "AllocatedResource",
            "BenchmarkApplication",
            "EmptyResource",
            "RowResource",
            "WaitingResource",
            "NothingFunction")) {
      String file = inside + name + ".class";
      Path copy = WORK.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(
          Path.of("target", "test-classes").resolve(file),
          copy,
          StandardCopyOption.REPLACE_EXISTING);
      classes.add(file);
    }
    return ExtendedApplication.with(WORK, classes.toArray(String[]::new));
  }

  private void verificationAlone() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("VerificationCost")
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build())
            .run();
    Map<String, Double> nanos = new HashMap<>();
    results.forEach(
        result ->
            nanos.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore()));
    double verification = nanos.get("verification");
    double bare = nanos.get("bareCryptography");
    table.measured("verification without a database", "%.2f µs", verification / 1e3);
    table.measured("the bare cryptography in it", "%.2f µs", bare / 1e3);
    table.atMost("verification, to the bare cryptography", verification / bare, 2.0);
  }

  private void start() throws InterruptedException {
    AppProcess.Start quickest = AppProcess.with(Map.of()).from(jar);
    table.atMost(
        "start to first page as ./mvnw -Prun starts it, in seconds",
        secondsToFirstPage(quickest),
        15);
    AppProcess.Start plain = quickest.withJavaOptions();
    table.measured(
        "start to first page without any option of Java", "%.1f s", secondsToFirstPage(plain));
    Path archive = Path.of("target", "doublelock.jsa").toAbsolutePath();
    secondsToFirstPage(plain.withOneMoreJavaOption("-XX:ArchiveClassesAtExit=" + archive));
    table.measured(
        "the same with an archive of classes",
        "%.1f s",
        secondsToFirstPage(plain.withOneMoreJavaOption("-XX:SharedArchiveFile=" + archive)));
  }

  private static double secondsToFirstPage(AppProcess.Start how) throws InterruptedException {
    long begin = System.nanoTime();
    AppProcess started = how.launch();
    try {
      awaitFirstPage(started.base());
      double seconds = (System.nanoTime() - begin) / 1e9;
      started.terminate();
      started.awaitExit();
      return seconds;
    } finally {
      started.close();
    }
  }

  private static void awaitFirstPage(URI base) throws InterruptedException {
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

  private void overHttp(DurablePostgres postgres, Set<String> parts)
      throws SQLException, IOException, InterruptedException {
    try (MeasuredApplication small = MeasuredApplication.start(jar, postgres, 1_000)) {
      if (parts.contains("calls") || parts.contains("memory")) {
        small.exactly(8, 100_000);
      }
      if (parts.contains("memory")) {
        table.measured(
            "resident memory after 100,000 calls (-Xmx1g)",
            "%,d MB",
            small.residentKilobytes() / 1024);
      }
      if (parts.contains("calls")) {
        againstTheServerAndTheDatabase(small, postgres);
      }
      if (parts.contains("processor")) {
        ProcessorTimes.measure(small, postgres, table);
      }
      if (parts.contains("passwords")) {
        passwords(small, postgres);
      }
      if (parts.contains("bodies")) {
        small.exactly(8, 20_000);
        BodyCosts.measure(small, table);
      }
      if (parts.contains("leases")) {
        leases(small, postgres);
      }
      if (parts.contains("keys")) {
        try (MeasuredApplication medium = MeasuredApplication.start(jar, postgres, 100_000);
            MeasuredApplication large = MeasuredApplication.start(jar, postgres, 1_000_000)) {
          manyKeys(small, medium, large);
          firstCalls(large, postgres);
        }
      }
    }
  }

  private void againstTheServerAndTheDatabase(MeasuredApplication app, DurablePostgres postgres)
      throws IOException, InterruptedException {
    PgBench pgbench = new PgBench();
    app.callUntilItIsCompiled(
        LONGEST_WARM_UP,
        () -> {
          app.exactly(8, 10_000);
          app.posts("/0/benchmark/row", 8, SECONDS);
          app.posts("/0/benchmark/empty", 8, SECONDS / 2);
        });
    for (int clients : CLIENTS) {
      List<Measured> signed = new ArrayList<>();
      List<Measured> empty = new ArrayList<>();
      List<Measured> row = new ArrayList<>();
      double bare = 0;
      for (int round = 0; round < ROUNDS; round++) {
        signed.add(app.signedCalls(clients, SECONDS));
        empty.add(app.posts("/0/benchmark/empty", clients, SECONDS));
        row.add(app.posts("/0/benchmark/row", clients, SECONDS));
        bare += pgbench.rate(postgres, app.database(), clients, SECONDS) / ROUNDS;
      }
      Measured calls = all(signed);
      String at = " at " + clients + " clients";
      show("signed calls with a one-time code" + at, calls);
      show("empty form posts" + at, all(empty));
      show("form posts that update one row" + at, all(row));
      table.measured("pgbench, one row a transaction" + at, "%,.0f/s", bare);
      table.atLeast("signed calls to empty posts" + at, calls.rate() / all(empty).rate(), 0.35);
      table.atLeast(
          "signed calls to posts that update one row" + at, calls.rate() / all(row).rate(), 0.85);
      table.ratio("signed calls to pgbench" + at, calls.rate() / bare);
    }
  }

  private void passwords(MeasuredApplication app, DurablePostgres postgres)
      throws SQLException, IOException {
    List<SeededKey> passwords = app.addKeysWithPassword(postgres, PASSWORDS);
    List<SeededKey> codes = app.keys().subList(0, PASSWORDS);
    app.exactly(passwords, 8, PASSWORDS); // each key's slow hash once
    app.callUntilItIsCompiled(
        LONGEST_WARM_UP,
        () -> {
          app.exactly(passwords, 8, 10_000);
          app.exactly(codes, 8, 10_000);
        });
    List<Measured> password = new ArrayList<>();
    List<Measured> code = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      password.add(app.signedCalls(passwords, 8, SECONDS));
      code.add(app.signedCalls(codes, 8, SECONDS));
    }
    show("signed calls with a password at 8 clients", all(password));
    show("signed calls with a one-time code, by turns with them", all(code));
    table.atLeast("password keys to app keys", all(password).rate() / all(code).rate(), 0.9);
  }

  private void leases(MeasuredApplication app, DurablePostgres postgres)
      throws SQLException, IOException {
    List<SeededKey> unlocked = app.addUnlockedKeys(postgres, app.keys().size());
    app.callUntilItIsCompiled(
        LONGEST_WARM_UP,
        () -> {
          app.exactly(unlocked, 8, 10_000);
          app.exactly(8, 10_000);
        });
    List<Measured> without = new ArrayList<>();
    List<Measured> code = new ArrayList<>();
    for (int round = 0; round < 2 * ROUNDS; round++) {
      // who goes second has the machine as the first one leaves it, so they take turns at that too
      if (round % 2 == 0) {
        without.add(app.signedCalls(unlocked, 8, SECONDS));
      }
      code.add(app.signedCalls(8, SECONDS));
      if (round % 2 == 1) {
        without.add(app.signedCalls(unlocked, 8, SECONDS));
      }
    }
    show("signed calls of unlocked keys at 8 clients", all(without));
    show("signed calls with a one-time code, by turns with those", all(code));
    table.atLeast(
        "calls under a lease to calls with a code", all(without).rate() / all(code).rate(), 1.0);
  }

  private void manyKeys(
      MeasuredApplication small, MeasuredApplication medium, MeasuredApplication large)
      throws IOException {
    for (MeasuredApplication each : List.of(medium, large, small)) {
      each.exactly(8, 50_000);
      each.callUntilItIsCompiled(LONGEST_WARM_UP, () -> each.exactly(8, 10_000));
    }
    List<List<Measured>> rounds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < 2 * ROUNDS; round++) {
      rounds.get(0).add(small.signedCalls(8, SECONDS / 2));
      rounds.get(1).add(medium.signedCalls(8, SECONDS / 2));
      rounds.get(2).add(large.signedCalls(8, SECONDS / 2));
    }
    Measured few = all(rounds.get(0));
    Measured more = all(rounds.get(1));
    Measured most = all(rounds.get(2));
    show("signed calls, 1,000 keys in the database", few);
    show("signed calls, 100,000 keys in the database", more);
    show("signed calls, 1,000,000 keys in the database", most);
    table.ratio("median, 100,000 keys to 1,000", more.medianMicros() / few.medianMicros());
    table.atMost("median, 1,000,000 keys to 1,000", most.medianMicros() / few.medianMicros(), 1.1);
  }

  private void firstCalls(MeasuredApplication large, DurablePostgres postgres)
      throws SQLException, IOException {
    large.exactly(large.addUnusedKeys(postgres, 4_000), 8, 4_000);
    show(
        "first call of a key that is not in memory, 1,000,000 keys",
        large.exactly(large.addUnusedKeys(postgres, 4_000), 8, 4_000));
  }

  private void show(String what, Measured measured) {
    table.measured(
        what,
        "%,.0f/s, median %.2f ms, 99 %% in %.1f ms",
        measured.rate(),
        measured.medianMicros() / 1e3,
        measured.slowestHundredthMicros() / 1e3);
  }

  private static Measured all(List<Measured> rounds) {
    return rounds.stream().reduce(Measured::and).orElseThrow();
  }
}
