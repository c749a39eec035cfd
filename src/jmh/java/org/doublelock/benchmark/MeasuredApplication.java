package org.doublelock.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doublelock.acceptance.AppProcess;
import org.doublelock.acceptance.AppStart;
import org.doublelock.verification.WorstBodies;

/** The application on a database of its own with so many keys in it. */
final class MeasuredApplication implements AutoCloseable {

  private static final int PROGRAMS = 1_000;
  private static final int MAX_PER_SECOND = 20_000;
  private static final double SETTLED = 0.1;
  private static final Duration LONGEST_PART = Duration.ofMinutes(10);

  /** Java's own options of each application that is measured, unless said otherwise. */
  static final List<String> JAVA_OPTIONS = List.of("-Xmx1g", "-XX:MetaspaceSize=192m");

  private final AppStart how;
  private final AppProcess process;
  private final String database;
  private final SeededDatabase seeded;
  private final List<SeededKey> keys;

  private MeasuredApplication(
      AppStart how, String database, SeededDatabase seeded, List<SeededKey> keys) {
    this(how, how.awaitReady(), database, seeded, keys);
  }

  private MeasuredApplication(
      AppStart how,
      AppProcess process,
      String database,
      SeededDatabase seeded,
      List<SeededKey> keys) {
    this.how = how;
    this.process = process;
    this.database = database;
    this.seeded = seeded;
    this.keys = keys;
  }

  static MeasuredApplication start(Path jar, DurablePostgres postgres, int keys)
      throws SQLException, IOException {
    return start(jar, postgres, keys, "keys_" + keys);
  }

  static MeasuredApplication start(Path jar, DurablePostgres postgres, int keys, String database)
      throws SQLException, IOException {
    return start(jar, postgres, keys, database, JAVA_OPTIONS.toArray(String[]::new));
  }

  static MeasuredApplication start(
      Path jar, DurablePostgres postgres, int keys, String database, String... javaOptions)
      throws SQLException, IOException {
    postgres.create(database);
    Path keyset = Path.of("target", "benchmark-keysets", database + ".json");
    Map<String, String> settings = new HashMap<>(postgres.settings(database));
    settings.put("doublelock.vault.keyset-file", keyset.toAbsolutePath().toString());
    settings.put("doublelock.rate.max", "1000000000");
    settings.put("doublelock.address-lockout.failures", "0");
    AppStart how = AppProcess.with(settings).from(jar).withJavaOptions(javaOptions);
    AppProcess process = how.awaitReady();
    postgres.addRows(database);
    SeededDatabase seeded = new SeededDatabase(keyset);
    try (Connection connection = postgres.connect(database)) {
      return new MeasuredApplication(
          how,
          process,
          database,
          seeded,
          seeded.addKeysWithApp(connection, keys, Math.min(keys, PROGRAMS)));
    }
  }

  /** Ends it and starts it again on the same database; returns when that is ready. */
  MeasuredApplication again() {
    close();
    return new MeasuredApplication(how, database, seeded, keys);
  }

  /** The keys with an app that programs call with. */
  List<SeededKey> keys() {
    return keys;
  }

  /** More keys, with a static password. */
  List<SeededKey> addKeysWithPassword(DurablePostgres postgres, int count)
      throws SQLException, IOException {
    try (Connection connection = postgres.connect(database)) {
      return seeded.addKeysWithPassword(connection, count);
    }
  }

  /** More keys with an app, unlocked, for programs that send no code. */
  List<SeededKey> addUnlockedKeys(DurablePostgres postgres, int count)
      throws SQLException, IOException {
    try (Connection connection = postgres.connect(database)) {
      return seeded.addUnlockedKeys(connection, count);
    }
  }

  /** More keys with an app that no call has been made with. */
  List<SeededKey> addUnusedKeys(DurablePostgres postgres, int count)
      throws SQLException, IOException {
    try (Connection connection = postgres.connect(database)) {
      return seeded.addKeysWithApp(connection, count, count);
    }
  }

  Measured signedCalls(int clients, int seconds) {
    return signedCalls(keys, clients, seconds);
  }

  Measured signedCalls(List<SeededKey> others, int clients, int seconds) {
    return run(
        SignedRequests.calls(others, clients, MAX_PER_SECOND * seconds),
        Duration.ofSeconds(seconds));
  }

  /** Exactly so many calls, however long they take. */
  Measured exactly(List<SeededKey> others, int clients, int calls) {
    return ClosedLoop.exactly(
        process.port(), calls, part -> SignedRequests.calls(others, clients, part));
  }

  Measured exactly(int clients, int calls) {
    return exactly(keys, clients, calls);
  }

  Measured posts(String path, int clients, int seconds) {
    return run(
        SignedRequests.posts(keys, clients, MAX_PER_SECOND * seconds, path),
        Duration.ofSeconds(seconds));
  }

  /** So many unsigned requests with that body, one after the other. */
  Measured refused(WorstBodies.Sent sent, int requests) {
    return ClosedLoop.run(
        process.port(),
        List.of(SignedRequests.unsigned(keys.get(0), sent, requests)),
        LONGEST_PART,
        ClosedLoop.REFUSED);
  }

  /** What the application's threads have allocated so far. */
  long allocatedBytes() throws IOException {
    try (InputStream answer =
        process.base().resolve("0/benchmark/allocated").toURL().openStream()) {
      return Long.parseLong(new String(answer.readAllBytes(), StandardCharsets.US_ASCII));
    }
  }

  private Measured run(List<List<byte[]>> requests, Duration longest) {
    return ClosedLoop.run(process.port(), requests, longest, ClosedLoop.ACCEPTED);
  }

  /**
   * Has calls made until Java's compilers have hardly anything left to do, which takes half a
   * minute on a quick machine and minutes on a slow one. What is measured before is the compilers.
   */
  void callUntilItIsCompiled(Duration longest, Runnable calls) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    double share;
    do {
      long start = System.nanoTime();
      double before = compilerSeconds();
      calls.run();
      share = (compilerSeconds() - before) * 1e9 / (System.nanoTime() - start);
    } while (share > SETTLED && System.nanoTime() < end);
    if (share > SETTLED) {
      System.out.printf("measured while the compilers still took %.2f of a core%n", share);
    }
  }

  /** What the process has spent on compiling, all compiler threads together. */
  private double compilerSeconds() throws IOException {
    Path jstat = Path.of(System.getProperty("java.home"), "bin", "jstat");
    Process asked =
        new ProcessBuilder(jstat.toString(), "-compiler", String.valueOf(javaPid())).start();
    try (BufferedReader lines = asked.inputReader()) {
      lines.readLine(); // Compiled Failed Invalid Time FailedType FailedMethod
      return Double.parseDouble(lines.readLine().strip().split("\\s+")[3]);
    }
  }

  /** The application's own process; the jar's is the one that was started, a server's is below. */
  private long javaPid() {
    ProcessHandle started = ProcessHandle.of(process.pid()).orElseThrow();
    return Stream.concat(Stream.of(started), started.descendants())
        .filter(each -> each.info().command().orElse("").endsWith("java"))
        .reduce((above, below) -> below)
        .orElseThrow()
        .pid();
  }

  ProcessTree processes() {
    return new ProcessTree(process.pid());
  }

  long pid() {
    return process.pid();
  }

  String database() {
    return database;
  }

  @Override
  public void close() {
    process.close();
  }
}
