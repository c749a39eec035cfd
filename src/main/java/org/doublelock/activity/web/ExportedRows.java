package org.doublelock.activity.web;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
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

  /**
   * Writes the rows, a part at a time, so that no more than a part is ever in memory.
   *
   * @param from where to begin; empty for the newest
   * @param most after how many rows to stop, to the nearest part
   * @return where the rest begins; empty when there is none
   */
  Optional<Position> write(Spreadsheet sheet, Optional<Position> from, int most)
      throws IOException {
    Entries<T> entries = read.apply(from);
    int rows = 0;
    while (true) {
      for (T entry : entries.shown()) {
        sheet.row(cells.apply(entry));
      }
      rows += entries.shown().size();
      if (entries.older().isEmpty() || rows >= most) {
        return entries.older();
      }
      entries = read.apply(entries.older());
    }
  }
}
