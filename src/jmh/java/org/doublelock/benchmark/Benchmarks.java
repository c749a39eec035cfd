package org.doublelock.benchmark;

import java.io.IOException;
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
import org.doublelock.acceptance.ExtendedApplication;
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

  private static final Set<String> WHOLE =
      Set.of(
          "verification",
          "start",
          "calls",
          "passwords",
          "leases",
          "memory",
          "bodies",
          "keys",
          "restart");

  /** Without bars, and only where they are asked for: the whole takes ten minutes as it is. */
  private static final Set<String> APART = Set.of("archive", "processor", "beginning");

  private static final String BEFORE = "before=";
  private static final String SERVER = "server=";
  static final Duration LONGEST_WARM_UP = Duration.ofMinutes(5);
  private static final int ROUNDS = 3;
  private static final int SECONDS = 3;
  private static final int CALLS = 100_000;
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
    Set<String> parts = arguments.length == 0 ? WHOLE : Set.of(arguments);
    if (!parts.stream().allMatch(part -> WHOLE.contains(part) || APART.contains(part))) {
      throw new IllegalArgumentException("the parts are " + WHOLE + " and " + APART);
    }
    Benchmarks benchmarks = new Benchmarks(extended());
    if (parts.contains("verification")) {
      benchmarks.verificationAlone();
    }
    if (parts.contains("start")) {
      Starts.measure(benchmarks.jar, benchmarks.table);
    }
    if (parts.contains("archive")) {
      Starts.measureArchive(benchmarks.jar, benchmarks.table);
    }
    if (!Set.of("verification", "start", "archive").containsAll(parts)) {
      try (DurablePostgres postgres = DurablePostgres.start()) {
        benchmarks.overHttp(postgres, parts);
      }
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
    // the quickest second of each: what else the machine does only adds, and not to both alike
    Map<String, Double> nanos = new HashMap<>();
    results.forEach(
        result ->
            nanos.put(
                result.getPrimaryResult().getLabel(),
                result.getPrimaryResult().getStatistics().getMin()));
    double verification = nanos.get("verification");
    double bare = nanos.get("bareCryptography");
    table.measured("verification without a database", "%.2f µs", verification / 1e3);
    table.measured("the bare cryptography in it", "%.2f µs", bare / 1e3);
    table.measured("the same by our classes for it", "%.2f µs", nanos.get("ownCryptography") / 1e3);
    table.measured("reading the body", "%.2f µs", nanos.get("reading") / 1e3);
    table.atMost("verification, to the bare cryptography", verification / bare, 2.0);
  }

  private void overHttp(DurablePostgres postgres, Set<String> parts)
      throws SQLException, IOException, InterruptedException {
    try (MeasuredApplication small = MeasuredApplication.start(jar, postgres, 1_000)) {
      if (parts.contains("calls") || parts.contains("memory")) {
        small.exactly(8, CALLS);
      }
      if (parts.contains("memory")) {
        memory(small);
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
        if (parts.size() == 1) {
          small.exactly(8, 20_000); // or other parts have warmed it up
        }
        BodyCosts.measure(small, table);
      }
      if (parts.contains("leases")) {
        leases(small, postgres);
      }
      if (parts.contains("keys")) {
        ManyKeys.measure(small, jar, postgres, table);
      }
      if (parts.contains("restart")) {
        FirstSeconds.measure(small, postgres, table); // which ends the small one
      } else if (parts.contains("beginning")) {
        FirstSeconds.ofEmptyPosts(small, table); // as this does
      }
    }
  }

  /** Right after as many calls, as the compilers and the collector have left it. */
  private void memory(MeasuredApplication app) throws IOException, InterruptedException {
    long own = app.processes().residentKilobytes();
    try (EmptyServer server = EmptyServer.launch(MeasuredApplication.JAVA_OPTIONS)) {
      Starts.awaitFirstPage(server.base());
      server.posts(app.keys(), 8, CALLS);
      long empty = server.processes().residentKilobytes();
      table.ratio("resident memory, to the same server with an empty WAR", (double) own / empty);
      table.measured("resident memory after 100,000 calls (-Xmx1g)", "%,d MB", own / 1024);
      table.measured(
          "the same server with an empty WAR after 100,000 posts", "%,d MB", empty / 1024);
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
        bare += pgbench.rate(postgres, app.database(), clients, SECONDS - 1) / ROUNDS;
      }
      Measured calls = Measured.all(signed);
      String at = " at " + clients + " clients";
      table.load("signed calls with a one-time code" + at, calls);
      table.load("empty form posts" + at, Measured.all(empty));
      table.load("form posts that update one row" + at, Measured.all(row));
      table.measured("pgbench, one row a transaction" + at, "%,.0f/s", bare);
      table.atLeast(
          "signed calls to empty posts" + at, calls.rate() / Measured.all(empty).rate(), 0.35);
      table.atLeast(
          "signed calls to posts that update one row" + at,
          calls.rate() / Measured.all(row).rate(),
          0.85);
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
    table.load("signed calls with a password at 8 clients", Measured.all(password));
    table.load("signed calls with a one-time code, by turns with them", Measured.all(code));
    table.atLeast(
        "password keys to app keys",
        Measured.all(password).rate() / Measured.all(code).rate(),
        0.9);
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
    table.load("signed calls of unlocked keys at 8 clients", Measured.all(without));
    table.load("signed calls with a one-time code, by turns with those", Measured.all(code));
    table.atLeast(
        "calls under a lease to calls with a code",
        Measured.all(without).rate() / Measured.all(code).rate(),
        1.0);
  }
}
