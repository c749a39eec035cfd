package org.doublelock.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The data directory of a PostgreSQL, and what operators do with it. */
record PostgresFiles(Path data) {

  /** A base backup of the running server. */
  PostgresFiles backUp(Connection server, Path to) throws SQLException, IOException {
    try (Statement statement = server.createStatement()) {
      statement.execute("select pg_backup_start('copy', true)");
      PostgresFiles copy = copy(to);
      try (ResultSet backup =
          statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        backup.next();
        Files.writeString(to.resolve("backup_label"), backup.getString(1));
      }
      return copy;
    }
  }

  /** A running server's files come and go; what belongs to its process stays behind. */
  PostgresFiles copy(Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(file -> !file.endsWith("postmaster.pid")).toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(data.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(copy);
      } else if (Files.exists(file)) {
        Files.copy(file, copy);
      }
    }
    new ProcessBuilder("chmod", "700", to.toString()).start().onExit().join();
    return new PostgresFiles(to);
  }

  /** Has these files take the place of others, whose server does not run. */
  void replace(PostgresFiles others) throws IOException {
    try (Stream<Path> all = Files.walk(others.data)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    copy(others.data);
  }

  /** Asks for something at the next start: {@code standby} or {@code recovery}. */
  void request(String what, String... settings) throws IOException {
    Files.createFile(data.resolve(what + ".signal"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "\n" + String.join("\n", settings) + "\n",
        StandardOpenOption.APPEND,
        StandardOpenOption.CREATE);
  }

  /** The running server's postmaster and every process of it. */
  List<ProcessHandle> processes() {
    try {
      long postmaster =
          Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      ProcessHandle main = ProcessHandle.of(postmaster).orElseThrow();
      return Stream.concat(Stream.of(main), main.descendants()).toList();
    } catch (IOException notRunning) {
      throw new UncheckedIOException(notRunning);
    }
  }

  /** Ends all its processes with SIGKILL. */
  void kill() {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Stops all its processes: connections stay, and nothing answers. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Has them go on. */
  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    for (ProcessHandle process : processes()) {
      new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
    }
  }
}
