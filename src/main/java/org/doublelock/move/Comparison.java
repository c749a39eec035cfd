package org.doublelock.move;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a table has the same rows on both sides. Each row of the one is looked up by its key in
 * the other, and there are as many there: the order in which either of them sorts does not matter.
 */
final class Comparison {

  private static final int EXAMPLES = 3;

  private final Table table;
  private final SourceRows source;
  private final TargetRows target;
  private final Report report;
  private long different;

  Comparison(Table table, SourceRows source, TargetRows target, Report report) {
    this.table = table;
    this.source = source;
    this.target = target;
    this.report = report;
  }

  /**
   * Compares every value of every row and reports the table in a line, and some of the rows that
   * differ, by their keys and the names of columns alone.
   *
   * @return whether all is equal
   */
  boolean isEqual() throws SQLException {
    source.each(0, this::compare);
    long here = source.count();
    long there = target.count();
    if (different > 0) {
      report.say(
          "launch.move.rows-differ",
          table.plainName(),
          String.valueOf(different),
          String.valueOf(here));
    } else if (here != there) {
      report.say(
          "launch.move.counts-differ",
          table.plainName(),
          String.valueOf(here),
          String.valueOf(there));
    } else {
      report.say("launch.move.equal", table.plainName(), String.valueOf(here));
    }
    return different == 0 && here == there;
  }

  private void compare(List<Row> rows) throws SQLException {
    Map<List<Object>, Row> found = target.like(rows);
    for (Row row : rows) {
      Row other = found.get(table.keyOf(row));
      if (!row.equals(other)) {
        different++;
        if (different <= EXAMPLES) {
          tell(row, other);
        }
      }
    }
  }

  private void tell(Row row, Row other) {
    String key =
        IntStream.range(0, table.keys())
            .mapToObj(index -> name(index) + "=" + row.values().get(index))
            .collect(Collectors.joining(", "));
    if (other == null) {
      report.say("launch.move.row-missing", table.plainName(), key);
      return;
    }
    String columns =
        IntStream.range(0, table.columns().size())
            .filter(index -> !Objects.equals(row.values().get(index), other.values().get(index)))
            .mapToObj(this::name)
            .collect(Collectors.joining(", "));
    report.say("launch.move.row-differs", table.plainName(), key, columns);
  }

  private String name(int index) {
    return table.columns().get(index).name().toLowerCase(Locale.ROOT);
  }
}
