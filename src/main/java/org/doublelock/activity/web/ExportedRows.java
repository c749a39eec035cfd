package org.doublelock.activity.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.activity.Entries;
import org.doublelock.activity.Position;

/**
 * A list as rows of a file: all of it, unless it is longer than a spreadsheet can hold.
 *
 * @param read one part of the list, from a place in it on
 * @param cells what a row says about an entry
 */
record ExportedRows<T>(Function<Optional<Position>, Entries<T>> read, Function<T, Object[]> cells) {

  /** Spreadsheets hold 1,048,576 rows. */
  static final int MAX = 1_000_000;

  /** The server interrupts a request after a minute, and nothing could be written any more. */
  static final Duration LONGEST = Duration.ofSeconds(40);

  private static final Logger LOG = Logger.getLogger(ExportedRows.class.getName());

  /**
   * Writes the rows, a part at a time, so that no more than a part is ever in memory. It stops
   * after the part that the bound is in, when that much time is over, and where the database is
   * lost: what is written by then has been answered.
   *
   * @param first the part that was read before anything was answered
   * @param most after how many rows to stop, to the nearest part
   * @param time after how long to stop, to the nearest part
   * @return how it ended
   */
  End write(Spreadsheet sheet, Entries<T> first, int most, Duration time) throws IOException {
    Entries<T> entries = first;
    long end = System.nanoTime() + time.toNanos();
    int rows = 0;
    while (true) {
      for (T entry : entries.shown()) {
        sheet.row(cells.apply(entry));
      }
      rows += entries.shown().size();
      if (entries.older().isEmpty() || rows >= most || System.nanoTime() - end >= 0) {
        return new End(rows, entries.older());
      }
      try {
        entries = read.apply(entries.older());
      } catch (RuntimeException lost) {
        LOG.log(Level.WARNING, "a file of the activity ends after " + rows + " rows", lost);
        return new End(rows, entries.older());
      }
    }
  }

  /** One part of the list; the first is read before it is said that there is a file. */
  Entries<T> part(Optional<Position> from) {
    return read.apply(from);
  }

  /**
   * @param rows how many were written
   * @param rest where the others begin; empty when there are none
   */
  record End(int rows, Optional<Position> rest) {}
}
