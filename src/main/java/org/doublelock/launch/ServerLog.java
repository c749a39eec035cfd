package org.doublelock.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Sends what the server logs to a file, and nothing to the terminal. */
final class ServerLog {

  private static final String HANDLER = OwnLogFile.NAME;
  private static final int BYTES_PER_FILE = 10_000_000;
  private static final int FILES = 5;

  private ServerLog() {}

  /** Writes the logging configuration into {@code directory} and returns it. */
  static Path configure(Path directory, Path log, boolean asText) throws IOException {
    OwnersDirectory.create(log.getParent());
    Properties logging = new Properties();
    logging.setProperty("handlers", HANDLER + "," + StartReason.NAME);
    logging.setProperty(HANDLER + ".pattern", pattern(log));
    logging.setProperty(HANDLER + ".limit", String.valueOf(BYTES_PER_FILE));
    logging.setProperty(HANDLER + ".count", String.valueOf(FILES));
    logging.setProperty(HANDLER + ".append", "true");
    logging.setProperty(HANDLER + ".encoding", StandardCharsets.UTF_8.name());
    logging.setProperty(
        HANDLER + ".formatter",
        asText ? "java.util.logging.SimpleFormatter" : JsonLines.class.getName());
    logging.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n");
    logging.setProperty(".level", "INFO");
    logging.setProperty("org.hibernate.validator.internal.util.Version.level", "WARNING");
    logging.setProperty("javax.enterprise.system.tools.deployment.level", "WARNING");
    logging.setProperty("fish.payara.nucleus.util.level", "WARNING");
    // of libraries that are marked as read, and of certificates in the JDK's own list
    logging.setProperty("javax.enterprise.system.tools.deployment.common.level", "SEVERE");
    logging.setProperty("javax.enterprise.system.security.ssl.level", "SEVERE");
    Path file = directory.resolve("logging.properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      logging.store(out, null);
    }
    return file;
  }

  /**
   * What libraries print goes beside the log: the terminal is for the launcher's own few words.
   *
   * @param log the server's log
   */
  static void redirectStreams(Path log) throws IOException {
    OwnersDirectory.create(log.getParent());
    Path file = log.resolveSibling("printed.log");
    PrintStream printed =
        new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
    OwnLogFile.closeToOthers(file);
    System.setOut(printed);
    System.setErr(printed);
  }

  /** The handler's own notation: {@code %g} numbers the files, {@code %%} is a percent sign. */
  private static String pattern(Path log) {
    String directory = log.getParent().toString().replace("%", "%%");
    return directory + "/" + log.getFileName().toString().replace("server.0.", "server.%g.");
  }
}
