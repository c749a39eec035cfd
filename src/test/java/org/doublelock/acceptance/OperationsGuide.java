package org.doublelock.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/operations.md}, or another page, as somebody reads it who follows it on this machine:
 * what it says to type or to put into files, with what is here in place of its examples.
 *
 * @param text the page
 * @param here by each example what is here, in the order in which they are replaced
 */
record OperationsGuide(String text, Map<String, String> here) {

  private static final Pattern LONGEST_WAIT =
      Pattern.compile("No call waits longer than \\*\\*(\\d+) seconds\\*\\*");

  static OperationsGuide read() throws IOException {
    return read("operations.md");
  }

  static OperationsGuide read(String page) throws IOException {
    return new OperationsGuide(Files.readString(Path.of("docs", page)), Map.of());
  }

  /** The same with one of its examples replaced, after those that were named before. */
  OperationsGuide with(String example, Object ours) {
    if (!text.contains(example)) {
      throw new IllegalArgumentException("the guide does not say " + example);
    }
    Map<String, String> more = new LinkedHashMap<>(here);
    more.put(example, String.valueOf(ours));
    return new OperationsGuide(text, more);
  }

  /** What stands between the two. */
  String between(String start, String end) {
    int from = text.indexOf(start);
    int to = text.indexOf(end, from + start.length());
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("the guide does not say " + start + " … " + end);
    }
    return localised(text.substring(from + start.length(), to));
  }

  /** In how many seconds a call is answered at the latest, with the settings as they are. */
  int longestWait() {
    Matcher promise = LONGEST_WAIT.matcher(text);
    if (!promise.find()) {
      throw new IllegalArgumentException("the guide does not say " + LONGEST_WAIT);
    }
    return Integer.parseInt(promise.group(1));
  }

  /** The first indented lines after it. */
  List<String> block(String start) {
    return between(start, "\n## ")
        .lines()
        .dropWhile(line -> !line.startsWith("       "))
        .takeWhile(line -> line.startsWith("       "))
        .map(String::strip)
        .toList();
  }

  /** The settings among them, each by its name. */
  Map<String, String> settings(String start) {
    Map<String, String> settings = new TreeMap<>();
    for (String line : block(start)) {
      String[] setting = line.split("=", 2);
      settings.put(setting[0], setting[1]);
    }
    return settings;
  }

  /** Does what the page says to do with the database at its step of that number. */
  void createDatabase(int step, EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : between(step + ". **The database**: `", "`").split(";")) {
        statement.execute(each);
      }
    }
  }

  private String localised(String example) {
    String ours = example;
    for (Map.Entry<String, String> each : here.entrySet()) {
      ours = ours.replace(each.getKey(), each.getValue());
    }
    return ours;
  }
}
