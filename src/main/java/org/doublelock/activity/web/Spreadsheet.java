package org.doublelock.activity.web;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows in CSV as RFC 4180 has it, in UTF-8. Nothing in them is a formula to a spreadsheet. */
final class Spreadsheet implements Closeable {

  private static final String FORMULAS_BEGIN_WITH = "=+-@\t\r";

  private final CSVPrinter printer;

  Spreadsheet(OutputStream out) throws IOException {
    printer =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            CSVFormat.RFC4180);
  }

  void row(Object... cells) throws IOException {
    printer.printRecord(Stream.of(cells).map(Spreadsheet::harmless));
  }

  private static String harmless(Object cell) {
    String text = cell.toString();
    boolean formula = !text.isEmpty() && FORMULAS_BEGIN_WITH.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
