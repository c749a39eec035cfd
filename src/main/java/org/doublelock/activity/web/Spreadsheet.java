package org.doublelock.activity.web;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows in CSV as RFC 4180 has it, in UTF-8. Nothing in them is a formula to a spreadsheet, and
 * instants are times to it, in UTC.
 */
final class Spreadsheet implements Closeable {

  /** The wide forms too, which are taken for the others where such are typed. */
  private static final String FORMULAS_BEGIN_WITH = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  /** A spreadsheet whose language separates lists by one of these divides a cell there. */
  private static final Pattern AFTER_A_DIVISION =
      Pattern.compile("(?<=[;\t])(?=\\s*+[=+@\uff1d\uff0b\uff0d\uff20-])");

  /**
   * The form that spreadsheets of every language take as a time. One with a zone is text to them,
   * and so is one with a fraction where fractions are written with a comma.
   */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final CSVPrinter printer;

  Spreadsheet(OutputStream out) throws IOException {
    printer =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            CSVFormat.RFC4180);
  }

  void row(Object... cells) throws IOException {
    printer.printRecord(Stream.of(cells).map(Spreadsheet::text));
  }

  private static String text(Object cell) {
    return cell instanceof Instant time ? TIME.format(time) : harmless(cell);
  }

  private static String harmless(Object cell) {
    String text = cell.toString();
    boolean formula = !text.isEmpty() && FORMULAS_BEGIN_WITH.indexOf(text.charAt(0)) >= 0;
    return (formula ? "'" : "") + AFTER_A_DIVISION.matcher(text).replaceAll("'");
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
