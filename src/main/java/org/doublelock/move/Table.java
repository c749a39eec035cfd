package org.doublelock.move;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A table that both databases have, and what is asked of it.
 *
 * @param name as the embedded database has it
 * @param columns all of them, those of the primary key first
 * @param keys how many of them make the primary key, 1 at least
 */
record Table(String name, List<Column> columns, int keys) {

  private static final long CHARACTERS_AT_A_TIME = 2_000_000;
  private static final long ROWS_AT_A_TIME = 500;

  /** As PostgreSQL and people name it. */
  String plainName() {
    return name.toLowerCase(Locale.ROOT);
  }

  String onTarget() {
    return Column.quoted(plainName());
  }

  private String onSource() {
    return Column.quoted(name);
  }

  List<Column> key() {
    return columns.subList(0, keys);
  }

  List<Object> keyOf(Row row) {
    return row.values().subList(0, keys);
  }

  /** How many rows are held in memory at a time: fewer where one may be large. */
  int rowsAtATime() {
    long longest = columns.stream().mapToLong(Column::length).sum();
    return (int) Math.max(1, Math.min(ROWS_AT_A_TIME, CHARACTERS_AT_A_TIME / Math.max(1, longest)));
  }

  String countOnSource() {
    return "select count(*) from " + onSource();
  }

  String countOnTarget() {
    return "select count(*) from " + onTarget();
  }

  /** The rows in the order of the key, without the first ones: one parameter, how many. */
  String selectSkipping() {
    return select() + order() + " offset ? rows" + fetch();
  }

  /** Those after a key, which stands in the parameters as {@link #afterParameters} says. */
  String selectAfter() {
    return select() + " where " + after(0) + order() + fetch();
  }

  /** The parameters of {@link #selectAfter} for the rows after that one. */
  List<Object> afterParameters(Row last) {
    return IntStream.range(0, keys)
        .mapToObj(index -> Collections.nCopies(index < keys - 1 ? 2 : 1, last.values().get(index)))
        .<Object>flatMap(List::stream)
        .toList();
  }

  /** Written so that the first column alone finds the place in the key's index. */
  private String after(int index) {
    String column = columns.get(index).onSource();
    return index == keys - 1
        ? column + " > ?"
        : column + " >= ? and (" + column + " > ? or (" + after(index + 1) + "))";
  }

  private String select() {
    return "select " + list(columns, Column::onSource) + " from " + onSource();
  }

  private String order() {
    return " order by " + list(key(), Column::onSource);
  }

  private String fetch() {
    return " fetch first " + rowsAtATime() + " rows only";
  }

  /** One row: a parameter for each column. */
  String insert() {
    return "insert into "
        + onTarget()
        + " ("
        + list(columns, Column::onTarget)
        + ") values ("
        + marks(columns.size())
        + ")";
  }

  /** The rows with these keys: a parameter for each column of each key. */
  String selectOnTarget(int rows) {
    return "select "
        + list(columns, Column::onTarget)
        + " from "
        + onTarget()
        + " where ("
        + list(key(), Column::onTarget)
        + ") in ("
        + String.join(", ", Collections.nCopies(rows, "(" + marks(keys) + ")"))
        + ")";
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static String list(List<Column> columns, Function<Column, String> name) {
    return columns.stream().map(name).collect(joining(", "));
  }
}
