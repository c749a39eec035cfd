package org.doublelock.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load: one row updated in each transaction, with prepared statements. */
final class PgBench {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");
  private static final String SCRIPT =
      "\\set id random(0, 999)\nupdate benchmark_row set value = value + 1 where id = :id;\n";

  private final Path program;
  private final Path script;

  PgBench() throws IOException {
    this.program = Path.of(Files.readString(Path.of("target/pgbench.path")).strip());
    this.script = Files.writeString(Path.of("target/pgbench.sql"), SCRIPT);
  }

  /** Transactions a second. */
  double rate(DurablePostgres server, String database, int clients, int seconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--host=127.0.0.1",
                    "--username=postgres",
                    "--port=" + server.port(),
                    "--client=" + clients,
                    "--jobs=2",
                    "--time=" + seconds,
                    "--file=" + script,
                    database))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher rate = RATE.matcher(printed);
    if (process.waitFor() != 0 || !rate.find()) {
      throw new IllegalStateException("pgbench: " + printed);
    }
    return Double.parseDouble(rate.group(1));
  }
}
